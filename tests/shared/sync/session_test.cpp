// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "liaison/v1/care.pb.h"
#include "tests/support/small_world.h"

namespace liaison::test {

namespace {

constexpr std::uint32_t kPerson = 2;
constexpr std::uint32_t kIntervention = 5;

class Sessions : public testing::Test {
protected:
    v1::Person person(const std::string& familyName)
    {
        v1::Person person;
        person.set_family_name(familyName);
        return person;
    }

    v1::Person access(const std::string& text)
    {
        v1::Person person;
        person.set_access(text);
        return person;
    }

    v1::Person shown(SmallPhone& phone, const RecordId& record)
    {
        v1::Person person;
        EXPECT_TRUE(person.ParseFromString(phone.shown(record)));
        return person;
    }

    TempFolder folder;
    FakeClock clock;
    const Schema& schema = Schema::care();
    SmallCentre centre{folder, clock, schema};
    SmallPhone claire{folder, "claire", centre, v1::ROLE_NURSE, schema};
    SmallPhone nadia{folder, "nadia", centre, v1::ROLE_AIDE, schema};
};

}  // namespace

TEST_F(Sessions, BringWhatOnePhoneWroteOfflineToTheOther)
{
    const RecordId rouchon = claire.write(kPerson, person("Rouchon"));
    EXPECT_EQ(*claire.ledger().waiting(), 1u);

    synchronise(claire, centre);
    synchronise(nadia, centre);

    EXPECT_EQ(*claire.ledger().waiting(), 0u);
    EXPECT_EQ(shown(nadia, rouchon).family_name(), "Rouchon");
    EXPECT_EQ(nadia.digest(), centre.digest(v1::ROLE_AIDE));
    EXPECT_EQ(claire.digest(), centre.digest(v1::ROLE_NURSE));
}

TEST_F(Sessions, MoveThePullWithVerdictsThatAreAllTheLogHas)
{
    synchronise(claire, centre);
    const std::string before = claire.ledger().standing().cursor;
    claire.write(kPerson, person("Rouchon"));
    claire.write(kPerson, person("Castang"));

    SmallLine line(claire, centre);
    ASSERT_TRUE(line.run());

    // Hello and Push, Welcome and Verdicts: the pull has nothing to repeat.
    EXPECT_EQ(line.passed(), 4);
    EXPECT_TRUE(line.isSettled());
    EXPECT_NE(claire.ledger().standing().cursor, before);
    SmallLine again(claire, centre);
    ASSERT_TRUE(again.run());
    EXPECT_EQ(again.passed(), 2);
}

TEST_F(Sessions, DoNotMoveThePullPastWhatOthersWrote)
{
    const RecordId castang = claire.write(kPerson, person("Castang"));
    synchronise(claire, centre);
    synchronise(nadia, centre);
    nadia.write(kPerson, access("code 47B21"), castang);
    synchronise(nadia, centre);
    claire.write(kPerson, person("Rouchon"));

    synchronise(claire, centre);

    EXPECT_EQ(shown(claire, castang).access(), "code 47B21");
    EXPECT_EQ(claire.digest(), centre.digest(v1::ROLE_NURSE));
}

TEST_F(Sessions, GoOnWhereTheyWereAfterBothSidesWereRestarted)
{
    const RecordId rouchon = claire.write(kPerson, person("Rouchon"));
    synchronise(claire, centre);
    claire.write(kPerson, access("2e étage, code 47B12"), rouchon);

    claire.restart();
    centre.restart();
    synchronise(claire, centre);
    nadia.restart();
    synchronise(nadia, centre);

    EXPECT_EQ(shown(nadia, rouchon).access(), "2e étage, code 47B12");
    EXPECT_EQ(nadia.digest(), centre.digest(v1::ROLE_AIDE));
}

TEST_F(Sessions, KeepBothValuesOfPeopleWhoDidNotSeeEachOtherUntilOneSettlesIt)
{
    const RecordId castang = claire.write(kPerson, person("Castang"));
    synchronise(claire, centre);
    synchronise(nadia, centre);
    const std::uint32_t field = schema.kind(kPerson)->field("access")->number;

    claire.write(kPerson, access("code 47B12"), castang);
    nadia.write(kPerson, access("code 47B21"), castang);
    for (int i = 0; i < 2; ++i) {
        synchronise(claire, centre);
        synchronise(nadia, centre);
    }

    for (SmallPhone* phone : {&claire, &nadia}) {
        const RecordReading reading(**phone->ledger().ledger().record(castang));
        EXPECT_EQ(reading.disputed(), std::vector{field});
        EXPECT_EQ(reading.field(field)->versions().size(), 2u);
    }

    nadia.write(kPerson, access("code 47B12, clé chez Mme Blanc"), castang);
    synchronise(nadia, centre);
    synchronise(claire, centre);

    const RecordReading settled(**claire.ledger().ledger().record(castang));
    EXPECT_TRUE(settled.disputed().empty());
    EXPECT_EQ(shown(claire, castang).access(), "code 47B12, clé chez Mme Blanc");
    EXPECT_EQ(claire.digest(), centre.digest(v1::ROLE_NURSE));
}

TEST_F(Sessions, LoseAndDoubleNothingWhereverTheLineIsCut)
{
    int cuts = 0;
    for (int messages = 0; messages < 9; ++messages) {
        const RecordId record = claire.write(kPerson, person("Coupe " + std::to_string(messages)));
        claire.write(kPerson, access("avant"), record);
        {
            SmallLine line(claire, centre);
            line.runAtMost(messages);
            cuts += line.isSettled() ? 0 : 1;
        }
        claire.restart();
        synchronise(claire, centre);
        synchronise(nadia, centre);
        EXPECT_EQ(shown(nadia, record).access(), "avant");
    }

    EXPECT_GE(cuts, 3);
    EXPECT_EQ(nadia.digest(), centre.digest(v1::ROLE_AIDE));
    EXPECT_EQ(claire.digest(), centre.digest(v1::ROLE_NURSE));
    const auto entries = centre.ledger().ledger().editsOf(claire.number(), 1, 1000);
    ASSERT_TRUE(entries);
    ASSERT_EQ(entries->size(), 18u);
    for (std::size_t i = 0; i < entries->size(); ++i) {
        EXPECT_EQ((*entries)[i].edit.dot().n, i + 1);
    }
}

TEST_F(Sessions, RefuseWhatARoleMayNotWriteAndGoOnWithTheNextEdit)
{
    // An aide's phone that has not spoken with the centre yet does not know its role.
    const RecordId forbidden = nadia.write(kPerson, person("Interdite"));
    v1::Intervention call;
    call.set_at(clock.now.time_since_epoch().count());
    call.set_prestation("V1-ORI-01");
    const RecordId allowed = nadia.write(kIntervention, call);

    synchronise(nadia, centre);
    synchronise(claire, centre);

    EXPECT_EQ(*nadia.ledger().refusedCount(), 1u);
    EXPECT_EQ(nadia.shown(forbidden), "");
    EXPECT_EQ(claire.shown(forbidden), "");
    EXPECT_NE(claire.shown(allowed), "");
    const auto refused = *nadia.ledger().refused();
    EXPECT_EQ(refused.at(0).verdict->code, ErrorCode::notAllowed);
    EXPECT_EQ(nadia.digest(), centre.digest(v1::ROLE_AIDE));
}

TEST_F(Sessions, HideFromARoleWhatItMayNotRead)
{
    const RecordId rouchon = claire.write(kPerson, person("Rouchon"));
    v1::Person history;
    history.set_medical_history("AVC en 2019");
    history.set_diet("Sans sel");
    claire.write(kPerson, history, rouchon);

    synchronise(claire, centre);
    synchronise(nadia, centre);

    EXPECT_EQ(shown(nadia, rouchon).diet(), "Sans sel");
    EXPECT_FALSE(shown(nadia, rouchon).has_medical_history());
    const auto entries = nadia.ledger().ledger().history(rouchon);
    ASSERT_TRUE(entries);
    EXPECT_TRUE(entries->back().isPartial);
    // With the salt, whoever knows the hash could try what the hidden field may hold.
    EXPECT_THAT(entries->back().edit.message().salts(), testing::Each(0u));
    EXPECT_EQ(nadia.digest(), centre.digest(v1::ROLE_AIDE));
}

TEST_F(Sessions, SendWhatOneConnectedDeviceWritesToTheOthersAtOnce)
{
    SmallLine listening(nadia, centre);
    ASSERT_TRUE(listening.run());
    const RecordId rouchon = claire.write(kPerson, person("Rouchon"));

    synchronise(claire, centre);
    ASSERT_TRUE(listening.run());

    EXPECT_EQ(shown(nadia, rouchon).family_name(), "Rouchon");
}

TEST_F(Sessions, MoveAWholeHistoryInPagesAndLeaveNothingOut)
{
    for (int i = 0; i < 1'300; ++i) {
        claire.write(kPerson, person("Personne " + std::to_string(i)));
    }

    synchronise(claire, centre);
    synchronise(nadia, centre);

    EXPECT_EQ(*nadia.ledger().ledger().count({.kind = kPerson}), 1'300u);
    EXPECT_TRUE(nadia.ledger().standing().isFirstRunComplete);
    EXPECT_EQ(nadia.digest(), centre.digest(v1::ROLE_AIDE));
}

TEST_F(Sessions, TakeAWrongUnlockTokenForALockedPhone)
{
    const auto founded = claire.ledger().found(claire.number(), claire.ledger().standing().centre,
                                               claire.member(), "another token");
    ASSERT_TRUE(founded);

    SmallLine line(claire, centre);

    EXPECT_FALSE(line.run());
    EXPECT_EQ(line.fault().code, ErrorCode::locked);
}

TEST_F(Sessions, NoticeAnotherHistoryUnderTheSameDeviceNumber)
{
    claire.write(kPerson, person("Originale"));
    synchronise(claire, centre);
    claire.write(kPerson, person("Suite"));
    SmallLine line(claire, centre);
    auto device = **centre.ledger().device(claire.number());
    device.chain = std::string(8, 'x');
    auto transaction = centre.ledger().ledger().begin();
    ASSERT_TRUE(transaction);
    ASSERT_TRUE(centre.ledger().keepDevice(device));
    ASSERT_TRUE(centre.ledger().ledger().commit(*transaction));

    EXPECT_FALSE(line.run());
    EXPECT_EQ(line.fault().code, ErrorCode::forked);
    EXPECT_EQ(*claire.ledger().waiting(), 1u);
}

TEST_F(Sessions, DropAPushThatDoesNotContinueAtTheLastN)
{
    claire.write(kPerson, person("Rouchon"));
    synchronise(claire, centre);
    const std::uint64_t head = *centre.ledger().ledger().head();
    const auto known = (*centre.ledger().ledger().editsOf(claire.number(), 1, 1)).at(0);
    SmallLine line(claire, centre);
    ASSERT_TRUE(line.run());

    v1::FromDevice repeated;
    repeated.mutable_push()->set_number(9);
    repeated.mutable_push()->set_first_n(1);
    repeated.mutable_push()->add_edits(known.edit.bytes());
    ASSERT_TRUE(line.centreSession().receive(repeated, clock.now));
    auto transaction = centre.ledger().ledger().begin();
    ASSERT_TRUE(line.centreSession().judge(clock.now));
    ASSERT_TRUE(centre.ledger().ledger().commit(*transaction));
    line.centreSession().committed();

    EXPECT_EQ(*centre.ledger().ledger().head(), head);
}

TEST_F(Sessions, GiveUpOnMoreVerdictsThanADeviceCanHaveAskedFor)
{
    DeviceSession device(claire.ledger(), "test");
    CentreSession other(centre.ledger(), **centre.ledger().device(claire.number()), {});
    ASSERT_TRUE(other.receive(**device.next(clock.now), clock.now));
    ASSERT_TRUE(device.receive(**other.next(clock.now), clock.now));
    v1::FromCentre message;
    for (int i = 0; i < 3; ++i) {
        v1::Applied& run = *message.mutable_verdicts()->add_applied();
        run.set_first_n(1);
        run.set_count(90'000);
    }

    const auto received = device.receive(message, clock.now);

    ASSERT_FALSE(received);
    EXPECT_EQ(received.error().code, ErrorCode::malformed);
}

TEST_F(Sessions, ShowAnEditUnderItsOwnStampWhateverTimeTheCentreClaims)
{
    const RecordId rouchon = claire.write(kPerson, person("Rouchon"));
    DeviceSession device(claire.ledger(), "test");
    CentreSession other(centre.ledger(), **centre.ledger().device(claire.number()), {});
    ASSERT_TRUE(other.receive(**device.next(clock.now), clock.now));
    ASSERT_TRUE(device.receive(**other.next(clock.now), clock.now));
    v1::FromCentre message;
    v1::Applied& run = *message.mutable_verdicts()->add_applied();
    run.set_first_n(1);
    run.set_count(1);
    run.set_first_sequence(9);
    run.set_received_at(INT64_MAX);

    ASSERT_TRUE(device.receive(message, clock.now));

    const RecordReading reading(**claire.ledger().ledger().record(rouchon));
    EXPECT_EQ(reading.field(1)->shown().shownAs, Stamp::at(clock.now));
}

}  // namespace liaison::test
