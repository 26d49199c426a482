// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "liaison/v1/sync.pb.h"
#include "shared/base/id.h"
#include "shared/base/result.h"

namespace liaison {

/// What can be read of a profile without its PIN: whose it is, and how its centre is reached.
///
/// No person of the centre is named here. Kept as `profile.json`.
struct ProfileCard {
    bool isJoined = false;               ///< false: the centre has not answered yet
    RecordId centre;                     ///< null until joined
    std::string centreName;              ///< as the invite or the centre says
    RecordId member;                     ///< the Member record of its owner; null until joined
    std::string memberName;              ///< for choosing between the profiles of a shared phone
    std::string role;                    ///< "aide", "nurse" or "supervisor"
    std::vector<std::string> addresses;  ///< HOST:PORT, tried in this order
    std::vector<std::string> pins;       ///< SHA-256 of the server's keys, 32 bytes each
    std::string invite;                  ///< id of the invite it joins or joined with, 16 bytes

    std::string json() const;
    /// Fails with `damaged`.
    static Result<ProfileCard> read(std::string_view json);

    bool operator==(const ProfileCard&) const = default;
};

/// The word for a role in files and on the command line: "aide", "nurse", "supervisor"; "none".
std::string roleWord(v1::Role role);

}  // namespace liaison
