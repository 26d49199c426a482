// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <vector>

#include "shared/base/time.h"
#include "shared/record/schema.h"

namespace liaison {

/// A role that a device's member had, from a greeting on.
struct HeldRole {
    Role role = v1::ROLE_UNSPECIFIED;
    std::uint64_t announcedN = 0;  ///< the device's own last n at the first greeting that found it
    Instant since{};               ///< of that greeting
};

/// The roles that a device greeted under, as far back as edits may still come from.
///
/// An edit is judged by its author's present rights, or by any held since the last greeting that
/// did not announce it: what was honestly written before a demotion is accepted after it. What a
/// greeting announces is the device's own claim; so a former role reaches at most
/// `kUnsentMax` edits further than the centre has come, and `kHeldFor` from the greeting on.
class HeldRoles {
public:
    static constexpr std::uint64_t kUnsentMax = 50'000;
    static constexpr std::chrono::hours kHeldFor{180 * 24};

    HeldRoles() = default;
    explicit HeldRoles(std::vector<HeldRole> held) : held_(std::move(held)) {}

    /// A greeting under this role by a device that announces `announcedN` as its own last n, and of
    /// which the centre has `knownN`.
    void greet(Role role, std::uint64_t announcedN, std::uint64_t knownN, Instant now);
    /// Everything up to n has come: what only edits before it could need is forgotten.
    void forgetBefore(std::uint64_t n);
    /// The roles under which edit n may have been written, the latest first.
    std::vector<Role> rolesFor(std::uint64_t n, Instant now) const;

    const std::vector<HeldRole>& held() const { return held_; }
    std::string bytes() const;
    static HeldRoles read(std::string_view bytes);

private:
    std::size_t firstFor(std::uint64_t n) const;

    std::vector<HeldRole> held_;
};

}  // namespace liaison
