// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/base/randomness.h"
#include "shared/base/store_key.h"
#include "tests/sim/virtual_disk.h"

namespace liaison::sim {

constexpr const char* kCentreFile = "/centre/ledger.db";
constexpr const char* kPhoneFile = "/phone/ledger.db";

/// The key of every store of every world.
const StoreKey& storeKey();

/// Bytes drawn from a seed where production asks for random ones.
class SeededRandomness final : public Randomness {
public:
    explicit SeededRandomness(std::uint64_t seed) : dice_(seed) {}
    void fill(std::span<std::uint8_t> bytes) override;

private:
    Dice dice_;
};

/// The disk of a new centre, and that of a phone before it joins: founded and migrated once, by
/// production, and copied for each world.
const DiskImage& foundedCentre(std::size_t which);
const DiskImage& foundedPhone();

}  // namespace liaison::sim
