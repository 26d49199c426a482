// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/ledger/held_role.h"

#include <algorithm>

#include "liaison/v1/ledger.pb.h"

namespace liaison {

void HeldRoles::greet(Role role, std::uint64_t announcedN, std::uint64_t knownN, Instant now)
{
    if (!held_.empty() && held_.back().role == role) return;
    const std::uint64_t believed = std::min(announcedN, knownN + kUnsentMax);
    held_.push_back({role, held_.empty() ? 0 : believed, now});
}

/// The last role whose first greeting did not announce n; the first of all when every one did.
std::size_t HeldRoles::firstFor(std::uint64_t n) const
{
    std::size_t first = 0;
    for (std::size_t i = 0; i < held_.size(); ++i) {
        if (held_[i].announcedN < n) first = i;
    }
    return first;
}

void HeldRoles::forgetBefore(std::uint64_t n)
{
    if (held_.empty()) return;
    held_.erase(held_.begin(), held_.begin() + static_cast<std::ptrdiff_t>(firstFor(n + 1)));
}

std::vector<Role> HeldRoles::rolesFor(std::uint64_t n, Instant now) const
{
    std::vector<Role> roles;
    for (std::size_t i = held_.size(); i > firstFor(n); --i) {
        roles.push_back(held_[i - 1].role);
        if (held_[i - 1].since + kHeldFor < now) break;
    }
    return roles;
}

std::string HeldRoles::bytes() const
{
    v1::StoredRights stored;
    for (const HeldRole& one : held_) {
        auto& added = *stored.add_held();
        added.set_role(one.role);
        added.set_announced_n(one.announcedN);
        added.set_since(one.since.time_since_epoch().count());
    }
    return stored.SerializeAsString();
}

HeldRoles HeldRoles::read(std::string_view bytes)
{
    v1::StoredRights stored;
    std::vector<HeldRole> held;
    if (stored.ParseFromArray(bytes.data(), static_cast<int>(bytes.size()))) {
        for (const auto& one : stored.held()) {
            held.push_back(
                {one.role(), one.announced_n(), Instant(std::chrono::milliseconds(one.since()))});
        }
    }
    return HeldRoles(std::move(held));
}

}  // namespace liaison
