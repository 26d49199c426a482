// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "liaison/v1/control.pb.h"
#include "shared/trust/invite.h"
#include "tests/load/line.h"

namespace liaison::load {

/// The administration of a running server, over the socket in its data folder. Throws when the
/// server answers with a failure or not at all.
class Office {
public:
    explicit Office(std::filesystem::path folder) : folder_(std::move(folder)) {}

    /// Makes a centre; the invitation of its supervisor.
    Invite addCentre(const std::string& name) const;
    Invite invite(const std::string& centre, Role role, const std::string& familyName) const;
    std::string digest(const std::string& centre, Role role) const;
    const std::filesystem::path& folder() const { return folder_; }

private:
    v1::AdminAnswer ask(const v1::AdminRequest& request) const;

    std::filesystem::path folder_;
};

/// A device that its centre has taken in.
struct Enrolled {
    DeviceKey key;
    Papers papers;
    Route route;  ///< for its conversations
    v1::Joined joined;
};

/// What joining was like.
struct Enrolment {
    std::vector<std::unique_ptr<Enrolled>> devices;  ///< in the order of the invites
    std::vector<double> joinSeconds;                 ///< from the first packet to the answer
    double wallSeconds = 0;
    Traffic traffic;
};

/// Lets a device join with each invite, all at once, each from an address of its own counted from
/// `firstAddress`. Throws when one is refused or when it takes longer than two minutes.
Enrolment enrol(const std::vector<Invite>& invites, std::uint16_t port,
                std::uint32_t firstAddress = 0);

}  // namespace liaison::load
