// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace liaison::fuzz {

/// One message of a conversation, and what happens around it.
struct Step {
    static constexpr unsigned kFitting = 1;    ///< numbers and chain are made to fit
    static constexpr unsigned kLater = 2;      ///< an hour passes first
    static constexpr unsigned kReconnect = 4;  ///< on a new connection
    static constexpr unsigned kSave = 8;       ///< the device saves something first

    unsigned flags = 0;
    std::string message;  ///< encoded, whatever it is
};

constexpr std::size_t kStepsMax = 32;

/// A conversation as bytes: for each step one byte of flags, two bytes of length, the message.
std::vector<Step> stepsIn(std::string_view bytes);
std::string bytesOf(const std::vector<Step>& steps);

}  // namespace liaison::fuzz
