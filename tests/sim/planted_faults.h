// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string>

namespace liaison::sim {

/// A mistake that other systems made, planted in production.
struct PlantedFault {
    const char* name;
    const char* lesson;     ///< of section 5 of the design's page on trust, or of the merge law
    const char* with = "";  ///< a fault of worlds that is off otherwise, and that it needs
};

std::span<const PlantedFault> plantedFaults();

/// Chooses the planted fault of this name; false when there is none, or in a build without them.
bool choose(const std::string& name);

/// Runs worlds with each planted fault until one breaks a promise, and prints which promise and
/// after how many worlds. True when all were caught within 2,000 worlds each.
bool catchPlantedFaults(std::size_t jobs);

}  // namespace liaison::sim
