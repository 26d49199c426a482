// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <iostream>
#include <string>
#include <string_view>

#include "shared/base/time.h"

namespace liaison::sim {

/// What happened in a world, as one number: two runs that did the same have the same one.
class Trace {
public:
    explicit Trace(bool isPrinted) : isPrinted_(isPrinted) {}

    void note(Instant now, std::string_view who, std::string_view what, std::string_view more = {})
    {
        const auto at = now.time_since_epoch().count();
        add({reinterpret_cast<const char*>(&at), sizeof at});
        add(who);
        add(what);
        add(more);
        if (!isPrinted_) return;
        std::cerr << isoText(now) << ' ' << who << ' ' << what;
        if (isText(more)) std::cerr << ' ' << more;
        std::cerr << '\n';
    }
    std::uint64_t hash() const { return hash_; }

private:
    static bool isText(std::string_view more)
    {
        return !more.empty() && more.find_first_not_of(kTextCharacters) == more.npos;
    }

    /// FNV-1a, 64 bits.
    void add(std::string_view bytes)
    {
        for (const char byte : bytes) {
            hash_ = (hash_ ^ static_cast<std::uint8_t>(byte)) * 0x100000001b3;
        }
    }

    static constexpr std::string_view kTextCharacters =
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 .,:;()-+/_='\"";
    std::uint64_t hash_ = 0xcbf29ce484222325;
    bool isPrinted_;
};

}  // namespace liaison::sim
