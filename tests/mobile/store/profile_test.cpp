// SPDX-License-Identifier: GPL-3.0-or-later
#include "mobile/store/profile.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <fstream>

#include "shared/base/durable_file.h"
#include "tests/mobile/store/made_profile.h"
#include "tests/support/temp_folder.h"

namespace liaison {

namespace {

ErrorCode codeOf(const Result<Profile>& result)
{
    return result ? ErrorCode{} : result.error().code;
}

ErrorCode codeOf(const Result<JoiningProfile>& result)
{
    return result ? ErrorCode{} : result.error().code;
}

int permissionsOf(const std::filesystem::path& path)
{
    struct stat found {};
    return ::stat(path.c_str(), &found) == 0 ? static_cast<int>(found.st_mode & 0777) : -1;
}

}  // namespace

TEST(Profile, OpensWithItsPinAndKnowsWhoseItIs)
{
    const TempFolder temp;
    const auto folder = temp.path() / "anne";
    std::string number;
    {
        Profile made = makeProfile(folder);
        number = made.key().number().text();
    }

    const Profile opened = need(Profile::open(folder, kTestPin, Schema::care()));

    EXPECT_EQ(opened.key().number().text(), number);
    EXPECT_EQ(opened.card().centreName, "CRT Les Tilleuls");
    EXPECT_EQ(opened.card().memberName, "Anne Morel");
    EXPECT_EQ(opened.card().role, "nurse");
    EXPECT_EQ(opened.card().addresses, std::vector<std::string>{"crt.example:7443"});
}

TEST(Profile, RefusesAnotherPin)
{
    const TempFolder temp;
    makeProfile(temp.path() / "anne");

    const auto opened = Profile::open(temp.path() / "anne", "314159", Schema::care());

    EXPECT_EQ(codeOf(opened), ErrorCode::wrongKey);
}

TEST(Profile, BelongsToOneProcessAtATime)
{
    const TempFolder temp;
    const Profile made = makeProfile(temp.path() / "anne");

    const auto second = Profile::open(temp.path() / "anne", kTestPin, Schema::care());

    EXPECT_EQ(codeOf(second), ErrorCode::inUse);
}

TEST(Profile, IsReadableByItsOwnerAlone)
{
    const TempFolder temp;
    const auto folder = temp.path() / "anne";

    makeProfile(folder);

    EXPECT_EQ(permissionsOf(folder), 0700);
    for (const char* file : {"device.pem", "lock", "profile.json"}) {
        EXPECT_EQ(permissionsOf(folder / file), 0600) << file;
    }
}

TEST(Profile, SaysThatAFolderHoldsNone)
{
    const TempFolder temp;

    EXPECT_EQ(codeOf(Profile::open(temp.path() / "nobody", kTestPin, Schema::care())),
              ErrorCode::notFound);
}

TEST(Profile, IsDamagedWithoutItsLedgerAndMakesNoNewOne)
{
    const TempFolder temp;
    const auto folder = temp.path() / "anne";
    makeProfile(folder);
    std::filesystem::remove(folder / "ledger.db");

    const auto opened = Profile::open(folder, kTestPin, Schema::care());

    EXPECT_EQ(codeOf(opened), ErrorCode::damaged);
    EXPECT_FALSE(std::filesystem::exists(folder / "ledger.db"));
}

TEST(Profile, KeepsNewAddressesAndPinsOfAGreeting)
{
    const TempFolder temp;
    const auto folder = temp.path() / "anne";
    v1::Welcome welcome;
    welcome.add_addresses("new.example:7443");
    welcome.add_pins(std::string(32, 'a'));
    welcome.set_role(v1::ROLE_AIDE);
    {
        Profile profile = makeProfile(folder);
        ASSERT_TRUE(profile.renew(welcome));
    }

    const ProfileCard card = need(Profile::cardIn(folder));

    EXPECT_EQ(card.addresses, std::vector<std::string>{"new.example:7443"});
    EXPECT_EQ(card.pins, std::vector<std::string>{std::string(32, 'a')});
    EXPECT_EQ(card.role, "aide");
}

TEST(Profile, RefusesAGreetingWhosePinIsNone)
{
    const TempFolder temp;
    Profile profile = makeProfile(temp.path() / "anne");
    const auto before = profile.card();
    v1::Welcome welcome;
    welcome.add_pins("short");

    const auto renewed = profile.renew(welcome);

    EXPECT_FALSE(renewed);
    EXPECT_EQ(profile.card(), before);
}

TEST(JoiningProfile, KeepsItsKeyFromOneAttemptToTheNextWithTheSameInvite)
{
    const TempFolder temp;
    const Invite invite = someInvite();
    const std::string first =
        need(JoiningProfile::begin(temp.path() / "p", invite, kTestPin)).key().pin();

    const std::string second =
        need(JoiningProfile::begin(temp.path() / "p", invite, "999999")).key().pin();

    EXPECT_EQ(first, second);
}

TEST(JoiningProfile, TakesANewKeyForAnotherInvite)
{
    const TempFolder temp;
    const std::string first =
        need(JoiningProfile::begin(temp.path() / "p", someInvite(), kTestPin)).key().pin();

    const std::string second =
        need(JoiningProfile::begin(temp.path() / "p", someInvite(), kTestPin)).key().pin();

    EXPECT_NE(first, second);
}

TEST(JoiningProfile, HasItsKeyOnTheDiskBeforeAnythingIsSent)
{
    const TempFolder temp;

    const auto joining = need(JoiningProfile::begin(temp.path() / "p", someInvite(), kTestPin));

    const std::string pem = need(readWhole(temp.path() / "p" / "device.pem"));
    EXPECT_EQ(need(DeviceKey::fromPem(pem, pem)).pin(), joining.key().pin());
}

TEST(JoiningProfile, IsNotAProfileUntilTheCentreHasAnswered)
{
    const TempFolder temp;
    need(JoiningProfile::begin(temp.path() / "p", someInvite(), kTestPin));

    EXPECT_EQ(codeOf(Profile::open(temp.path() / "p", kTestPin, Schema::care())),
              ErrorCode::notFound);
}

TEST(JoiningProfile, LeavesAProfileAloneThatHasJoined)
{
    const TempFolder temp;
    const std::string key = makeProfile(temp.path() / "p").key().pin();

    const auto again = JoiningProfile::begin(temp.path() / "p", someInvite(), kTestPin);

    EXPECT_EQ(codeOf(again), ErrorCode::alreadyThere);
    EXPECT_EQ(need(Profile::open(temp.path() / "p", kTestPin, Schema::care())).key().pin(), key);
}

TEST(JoiningProfile, BeginsAgainAfterAnAttemptThatEndedBeforeItsCard)
{
    const TempFolder temp;
    const Invite invite = someInvite();
    std::string card;
    {
        JoiningProfile joining = need(JoiningProfile::begin(temp.path() / "p", invite, kTestPin));
        card = need(readWhole(temp.path() / "p" / "profile.json"));
        need(std::move(joining).complete(someAnswer(), Schema::care()));
    }
    need(writeDurably(temp.path() / "p" / "profile.json", card));

    JoiningProfile joining = need(JoiningProfile::begin(temp.path() / "p", invite, kTestPin));
    const auto profile = std::move(joining).complete(someAnswer(), Schema::care());

    EXPECT_TRUE(profile);
}

TEST(JoiningProfile, RefusesAPinThatIsTooShort)
{
    const TempFolder temp;

    const auto begun = JoiningProfile::begin(temp.path() / "p", someInvite(), "1234");

    EXPECT_EQ(codeOf(begun), ErrorCode::outOfRange);
    EXPECT_FALSE(std::filesystem::exists(temp.path() / "p"));
}

TEST(JoiningProfile, RefusesAnAnswerThatLacksAPart)
{
    const TempFolder temp;
    v1::Joined answer = someAnswer();
    answer.clear_unlock_token();
    JoiningProfile joining = need(JoiningProfile::begin(temp.path() / "p", someInvite(), kTestPin));

    const auto profile = std::move(joining).complete(answer, Schema::care());

    EXPECT_EQ(codeOf(profile), ErrorCode::malformed);
}

}  // namespace liaison
