// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/open_profile.h"

#include <gtest/gtest.h>

#include "shared/record/patch.h"

namespace liaison::test {

OpenProfile::OpenProfile(const TempFolder& folder, const std::string& name, SmallCentre& centre,
                         Role role, const Schema& schema)
    : centre_(centre), clock_(centre.clock())
{
    const MadeInvite made = centre.invite(role, name);
    Invite invite;
    invite.addresses = {"127.0.0.1:1"};
    invite.id = made.stored.id;
    invite.secret = made.secret;
    invite.pins = {std::string(32, 'p')};
    invite.expiresAt = made.stored.expiresAt;
    invite.centreName = "CRT Les Tilleuls";
    invite.memberName = name;
    invite.role = role;
    auto joining = JoiningProfile::begin(folder.path() / name, invite, "135790");
    EXPECT_TRUE(joining) << joining.error().detail;
    v1::Join message;
    message.set_invite(invite.id);
    message.set_secret(invite.secret);
    message.set_device_name(name);
    const auto joined =
        join(centre.ledger(), message, joining->key().pin(), invite.pins, centre.clock().now);
    EXPECT_TRUE(joined) << joined.error().detail;
    auto profile = std::move(*joining).complete(*joined, schema);
    EXPECT_TRUE(profile) << profile.error().detail;
    profile_ = std::make_unique<Profile>(*std::move(profile));
    engine_ = std::make_unique<SyncEngine>(*profile_, clock_);
    words_ = std::make_unique<DateWords>(clock_);
    workplace_ = std::make_unique<Workplace>(*profile_, *engine_, *words_);
}

RecordId OpenProfile::write(std::uint32_t kind, const google::protobuf::Message& patch,
                            std::optional<RecordId> record)
{
    ChangeDraft draft{record.value_or(RecordId::make(clock_.now())), kind, {}};
    const RecordReading reading = workplace_->reading(draft.record, kind);
    const auto fields = cutPatch(patch.SerializeAsString());
    for (const auto& [number, bytes] : *fields) {
        draft.touch(number, reading, bytes);
    }
    const auto saved = workplace_->save({draft});
    EXPECT_TRUE(saved) << saved.error().detail;
    return draft.record;
}

}  // namespace liaison::test
