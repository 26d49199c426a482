// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include "liaison/v1/care.pb.h"
#include "shared/base/bytes.h"
#include "shared/record/view.h"
#include "shared/sync/judge.h"
#include "tests/support/small_world.h"

namespace liaison::test {

namespace {

constexpr std::uint32_t kMember = 1;
constexpr std::uint32_t kPerson = 2;

/// A device that sends what it likes: the messages are made by hand.
class HostileDevices : public testing::Test {
protected:
    void SetUp() override
    {
        ASSERT_TRUE(session.receive(hello(), clock.now));
        ASSERT_TRUE(session.next(clock.now));
    }

    v1::FromDevice hello(const std::string& cursor = {})
    {
        v1::FromDevice message;
        message.mutable_hello()->set_protocol(kProtocolVersion);
        message.mutable_hello()->set_unlock_token(claire.ledger().standing().unlockToken);
        message.mutable_hello()->set_cursor(cursor);
        return message;
    }

    v1::Person person(const std::string& familyName)
    {
        v1::Person person;
        person.set_family_name(familyName);
        return person;
    }

    v1::Change change(const v1::Person& patch)
    {
        v1::Change change;
        change.set_record(RecordId::make(clock.now).bytes());
        change.set_kind(kPerson);
        change.set_patch(patch.SerializeAsString());
        return change;
    }

    /// The first edit of claire's device, with this change.
    Edit firstEdit(const v1::Change& change)
    {
        v1::Edit message;
        message.set_n(1);
        message.set_stamp(Stamp::at(clock.now).value);
        message.add_salts(7);
        *message.add_changes() = change;
        return Edit::write(claire.number(), message);
    }

    Result<Done> push(const std::vector<std::string>& edits)
    {
        v1::FromDevice message;
        message.mutable_push()->set_first_n(1);
        for (const std::string& edit : edits) {
            message.mutable_push()->add_edits(edit);
        }
        if (auto received = session.receive(message, clock.now); !received) return received;
        auto transaction = centre.ledger().ledger().begin();
        if (!transaction) return transaction.error();
        if (auto judged = session.judge(clock.now); !judged) return judged;
        if (auto kept = centre.ledger().ledger().commit(*transaction); !kept) return kept;
        session.committed();
        return done();
    }

    /// The centre's word on the first edit of claire's device.
    Verdict verdict()
    {
        const auto entries = *centre.ledger().ledger().editsOf(claire.number(), 1, 1);
        EXPECT_EQ(entries.size(), 1u);
        return entries.empty() ? Verdict{} : *entries[0].verdict;
    }

    void change(SmallPhone& phone, const std::function<void(CentreDevice&)>& how)
    {
        auto device = **centre.ledger().device(phone.number());
        how(device);
        auto transaction = centre.ledger().ledger().begin();
        ASSERT_TRUE(transaction);
        ASSERT_TRUE(centre.ledger().keepDevice(device));
        ASSERT_TRUE(centre.ledger().ledger().commit(*transaction));
    }

    TempFolder folder;
    FakeClock clock;
    const Schema& schema = Schema::care();
    SmallCentre centre{folder, clock, schema};
    SmallPhone claire{folder, "claire", centre, v1::ROLE_NURSE, schema};
    SmallPhone nadia{folder, "nadia", centre, v1::ROLE_AIDE, schema};
    CentreSession session{centre.ledger(), **centre.ledger().device(claire.number()), {}};
};

}  // namespace

TEST_F(HostileDevices, CannotUndoTheirRevocationByPushingOnAnOpenLine)
{
    SmallLine line(claire, centre);
    ASSERT_TRUE(line.run());
    change(claire, [](CentreDevice& device) { device.isRevoked = true; });
    claire.write(kPerson, person("Rouchon"));

    EXPECT_FALSE(line.run());

    EXPECT_EQ(line.fault().code, ErrorCode::revoked);
    EXPECT_TRUE((*centre.ledger().device(claire.number()))->isRevoked);
    EXPECT_TRUE(centre.ledger().ledger().editsOf(claire.number(), 1, 1)->empty());
}

TEST_F(HostileDevices, ReceiveNothingMoreOnALineThatWasOpenWhenTheyWereRevoked)
{
    SmallLine line(nadia, centre);
    ASSERT_TRUE(line.run());
    change(nadia, [](CentreDevice& device) { device.isRevoked = true; });
    const RecordId rouchon = claire.write(kPerson, person("Rouchon"));
    synchronise(claire, centre);

    EXPECT_FALSE(line.run());

    EXPECT_EQ(line.fault().code, ErrorCode::revoked);
    EXPECT_EQ(nadia.shown(rouchon), "");
}

TEST_F(HostileDevices, HaveToComeBackWhenTheirRoleHasChanged)
{
    SmallLine line(claire, centre);
    ASSERT_TRUE(line.run());
    const auto state = **centre.ledger().ledger().record(claire.member());
    v1::Member member;
    member.set_role(v1::ROLE_AIDE);
    v1::Change demotion;
    demotion.set_record(claire.member().bytes());
    demotion.set_kind(kMember);
    demotion.set_patch(member.SerializeAsString());
    RecordReading(state).dots().at(0).to(*demotion.add_replaces());
    ASSERT_TRUE(centre.ledger().write({demotion}, clock.now));

    EXPECT_FALSE(line.run());
    EXPECT_EQ(line.fault().code, ErrorCode::busy);

    synchronise(claire, centre);
    EXPECT_EQ(claire.ledger().standing().role, v1::ROLE_AIDE);
}

TEST_F(HostileDevices, DoNotStopTheOthersWhenTheirRowIsGone)
{
    CentreDevice stranger = **centre.ledger().device(claire.number());
    stranger.number = {42};
    CentreSession gone(centre.ledger(), stranger, {});

    auto transaction = centre.ledger().ledger().begin();

    EXPECT_TRUE(gone.judge(clock.now));
}

TEST_F(HostileDevices, KeepTheirRowWhenACommitFailsBeforeTheyWereJudged)
{
    v1::FromDevice message;
    message.mutable_push()->set_first_n(1);
    message.mutable_push()->add_edits(firstEdit(change(person("Rouchon"))).bytes());
    ASSERT_TRUE(session.receive(message, clock.now));

    session.dropPushes();

    EXPECT_EQ(session.device(), claire.number());
}

TEST_F(HostileDevices, CannotMakeARecordGrowByNamingValuesThatNobodyWrote)
{
    v1::Person patch = person("Rouchon");
    patch.set_given_name("A");
    patch.set_birth_name("B");
    patch.set_phone("C");
    patch.set_mobile_phone("D");
    patch.set_allergies("E");
    patch.set_precautions("F");
    patch.set_diet("G");
    patch.set_habits("H");
    v1::Change flood = change(patch);
    for (std::uint64_t n = 1; n <= 5'000; ++n) {
        Dot{{9}, n, 1}.to(*flood.add_replaces());
    }

    ASSERT_TRUE(push({firstEdit(flood).bytes()}));

    EXPECT_FALSE(verdict().isApplied);
    EXPECT_EQ(verdict().code, ErrorCode::tooLarge);
}

TEST_F(HostileDevices, CannotFillTheMemoryOfTheCentreWithOneMessage)
{
    const auto pushed = push({std::string(1024 * 1024, 'x')});

    ASSERT_FALSE(pushed);
    EXPECT_EQ(pushed.error().code, ErrorCode::tooLarge);
}

TEST_F(HostileDevices, CannotFillTheMemoryOfTheCentreWithAnswersTheyDoNotRead)
{
    v1::FromDevice ping;
    ping.mutable_ping()->set_number(1);
    int taken = 0;
    while (taken < 100'000 && session.receive(ping, clock.now))
        ++taken;

    EXPECT_GT(taken, 100);
    EXPECT_LT(taken, 10'000);
}

TEST_F(HostileDevices, CannotSkipEntriesByACursorBeyondTheLog)
{
    v1::CursorContent beyond;
    beyond.set_epoch(centre.ledger().standing().epoch);
    beyond.set_view(viewOf(v1::ROLE_NURSE, schema));
    beyond.set_sequence(1'000'000);
    CentreSession second(centre.ledger(), **centre.ledger().device(claire.number()), {});
    ASSERT_TRUE(second.receive(hello(beyond.SerializeAsString()), clock.now));

    const auto welcome = *second.next(clock.now);
    const auto page = *second.next(clock.now);

    ASSERT_TRUE(welcome && page);
    EXPECT_EQ(welcome->welcome().to_receive(), welcome->welcome().head());
    EXPECT_GT(page->edits().entries_size(), 0);
}

TEST_F(HostileDevices, AreNamedInWholeCharactersHoweverLongTheNameIs)
{
    std::string text = "a";
    for (int i = 0; i < 60; ++i)
        text += "é";
    const MadeInvite made = centre.invite(v1::ROLE_AIDE, "Benali");
    v1::Join message;
    message.set_invite(made.stored.id);
    message.set_secret(made.secret);
    message.set_device_name(text);
    const std::string pin(32, 'k');
    ASSERT_TRUE(join(centre.ledger(), message, pin, {}, clock.now));
    v1::FromDevice greeting = hello();
    greeting.mutable_hello()->set_app(text);
    CentreSession second(centre.ledger(), **centre.ledger().device(claire.number()), {});
    ASSERT_TRUE(second.receive(greeting, clock.now));

    EXPECT_TRUE(isUtf8((*centre.ledger().device(DeviceNumber::ofKey(pin)))->name));
    EXPECT_TRUE(isUtf8((*centre.ledger().device(claire.number()))->app));
}

TEST_F(HostileDevices, AreNotTakenForTheDeviceWhoseNumberTheyShare)
{
    SmallLine line(claire, centre);
    ASSERT_TRUE(line.run());
    ASSERT_TRUE(push({firstEdit(change(person("Copie"))).bytes()}));
    claire.write(kPerson, person("Rouchon"));

    EXPECT_FALSE(line.run());

    EXPECT_EQ(line.fault().code, ErrorCode::forked);
    EXPECT_EQ(*claire.ledger().waiting(), 1u);
}

}  // namespace liaison::test
