// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <stdexcept>
#include <string>

#include "mobile/store/joining_profile.h"
#include "shared/base/bytes.h"

namespace liaison {

constexpr const char* kTestPin = "271828";

/// An invite as a centre hands it out; no server needs to exist.
inline Invite someInvite(const std::string& memberName = "Anne Morel")
{
    Invite invite;
    invite.addresses = {"127.0.0.1:7443"};
    invite.id = randomBytes(16);
    invite.secret = randomBytes(16);
    invite.pins = {randomBytes(32)};
    invite.centreName = "CRT Les Tilleuls";
    invite.memberName = memberName;
    invite.role = v1::ROLE_NURSE;
    return invite;
}

/// What the centre of that invite answers.
inline v1::Joined someAnswer()
{
    const Instant now(std::chrono::milliseconds(1'790'000'000'000));
    v1::Joined joined;
    joined.set_centre(RecordId::make(now).bytes());
    joined.set_centre_name("CRT Les Tilleuls");
    joined.set_member(RecordId::make(now).bytes());
    joined.set_unlock_token(randomBytes(16));
    joined.add_pins(randomBytes(32));
    joined.add_addresses("crt.example:7443");
    return joined;
}

/// The value of a result that a test takes for granted.
template <typename T>
T need(Result<T> result)
{
    if (!result) {
        throw std::runtime_error(std::string(name(result.error().code)) + ": " +
                                 result.error().detail);
    }
    return *std::move(result);
}

/// A profile that has joined, made without a network.
inline Profile makeProfile(const std::filesystem::path& folder,
                           const Schema& schema = Schema::care())
{
    JoiningProfile joining = need(JoiningProfile::begin(folder, someInvite(), kTestPin));
    return need(std::move(joining).complete(someAnswer(), schema));
}

}  // namespace liaison
