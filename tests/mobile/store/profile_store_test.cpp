// SPDX-License-Identifier: GPL-3.0-or-later
#include "mobile/store/profile_store.h"

#include <gtest/gtest.h>

#include "shared/base/durable_file.h"
#include "tests/mobile/store/made_profile.h"
#include "tests/support/temp_folder.h"

namespace liaison {

TEST(ProfileStore, HasNoneBeforeTheFirstJoins)
{
    const TempFolder temp;

    EXPECT_TRUE(need(ProfileStore(temp.path() / "profiles").profiles()).empty());
}

TEST(ProfileStore, ListsTheMembersOfASharedPhoneByName)
{
    const TempFolder temp;
    const ProfileStore store(temp.path() / "profiles");
    for (const char* member : {"Paul Girard", "Anne Morel"}) {
        const Invite invite = someInvite(member);
        auto joining = need(JoiningProfile::begin(need(store.folderFor(invite)), invite, kTestPin));
        need(std::move(joining).complete(someAnswer(), Schema::care()));
    }

    const auto profiles = need(store.profiles());

    ASSERT_EQ(profiles.size(), 2u);
    EXPECT_EQ(profiles[0].card.memberName, "Anne Morel");
    EXPECT_EQ(profiles[1].card.memberName, "Paul Girard");
}

TEST(ProfileStore, LeadsAnInterruptedAttemptBackToItsFolder)
{
    const TempFolder temp;
    const ProfileStore store(temp.path() / "profiles");
    const Invite first = someInvite();
    const Invite second = someInvite("Paul Girard");
    const auto folder = need(store.folderFor(first));
    need(JoiningProfile::begin(folder, first, kTestPin));

    EXPECT_EQ(need(store.folderFor(first)), folder);
    EXPECT_NE(need(store.folderFor(second)), folder);
    EXPECT_TRUE(need(store.profiles()).empty());
}

TEST(ProfileStore, NeverHidesAProfileThatCannotBeRead)
{
    const TempFolder temp;
    const auto folder = temp.path() / "profiles" / "1";
    makeProfile(folder);
    need(writeDurably(folder / "profile.json", "{"));

    const auto profiles = ProfileStore(temp.path() / "profiles").profiles();

    ASSERT_FALSE(profiles);
    EXPECT_EQ(profiles.error().code, ErrorCode::damaged);
}

}  // namespace liaison
