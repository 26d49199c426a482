// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/base/sha256.h"
#include "shared/ledger/held_role.h"
#include "tests/shared/sync/centre_fixture.h"

namespace liaison::test {

namespace {

using namespace std::chrono_literals;

/// A device that asks for more than its application would, past its greeting.
class GreedyDevices : public CentreAtWork {
protected:
    void greet(const SmallPhone& phone, DeviceLedger& ledger)
    {
        session_.emplace(centre.ledger(), **centre.ledger().device(phone.number()),
                         std::vector<std::string>{});
        v1::FromDevice message;
        message.mutable_hello()->set_protocol(kProtocolVersion);
        message.mutable_hello()->set_unlock_token(ledger.standing().unlockToken);
        ASSERT_TRUE(session_->receive(message, clock.now));
        ASSERT_TRUE(session_->next(clock.now));
    }

    Result<Done> say(const v1::FromDevice& message)
    {
        return session_->receive(message, clock.now);
    }

    void judgeAndCommit()
    {
        auto transaction = centre.ledger().ledger().begin();
        ASSERT_TRUE(session_->judge(clock.now));
        ASSERT_TRUE(centre.ledger().ledger().commit(*transaction));
        session_->committed();
    }

    /// What the centre says next that is no page.
    Result<std::optional<v1::FromCentre>> hear()
    {
        while (true) {
            auto message = session_->next(clock.now);
            const bool isPage = message && *message && (*message)->has_edits();
            if (!isPage) return message;
        }
    }

    static v1::FromDevice comparison()
    {
        v1::FromDevice message;
        message.mutable_compare();
        return message;
    }

    static v1::FromDevice slice(std::uint32_t number)
    {
        v1::FromDevice message;
        message.mutable_fetch_slice()->set_slice(number);
        return message;
    }

    static v1::FromDevice renumbering(int key)
    {
        v1::FromDevice message;
        message.mutable_renumber()->set_pin(sha256("key " + std::to_string(key)));
        return message;
    }

    /// An edit under this number that only a nurse may write.
    Edit historyUnder(DeviceNumber number, std::uint64_t n, const RecordId& record)
    {
        v1::Edit message;
        message.set_n(n);
        message.set_stamp(Stamp::at(clock.now).value);
        message.add_salts(7);
        v1::Change& change = *message.add_changes();
        change.set_record(record.bytes());
        change.set_kind(kPerson);
        change.set_patch(history("Diabète").SerializeAsString());
        return Edit::write(number, message);
    }

    /// The centre's word on an edit that is handed in under this number.
    std::optional<v1::HandedIn::Word> wordOn(const Edit& edit, DeviceNumber number)
    {
        v1::FromDevice message;
        message.mutable_hand_in()->set_device(number.value);
        message.mutable_hand_in()->add_edits(edit.bytes());
        EXPECT_TRUE(say(message));
        judgeAndCommit();
        const auto answer = hear();
        if (!answer || !*answer || !(*answer)->has_handed_in()) return std::nullopt;
        return (*answer)->handed_in().words(0);
    }

    std::optional<CentreSession> session_;
};

}  // namespace

TEST_F(GreedyDevices, AreToldNothingMoreOnceTheyAreRevokedWhateverTheyAskedBefore)
{
    claire.write(kPerson, person("Rouchon"));
    synchronise(claire, centre);
    greet(aude, aude.ledger());
    ASSERT_TRUE(hear());
    ASSERT_TRUE(say(slice(0)));

    auto device = **centre.ledger().device(aude.number());
    device.isRevoked = true;
    auto transaction = centre.ledger().ledger().begin();
    ASSERT_TRUE(centre.ledger().keepDevice(device));
    ASSERT_TRUE(centre.ledger().ledger().commit(*transaction));

    const auto answer = hear();
    ASSERT_FALSE(answer);
    EXPECT_EQ(answer.error().code, ErrorCode::revoked);
}

TEST_F(GreedyDevices, AreToldNothingUnderTheRoleThatTheirMemberHadBefore)
{
    greet(claire, claire.ledger());
    ASSERT_TRUE(hear());
    ASSERT_TRUE(say(comparison()));

    giveRole(claire.member(), v1::ROLE_AIDE);

    const auto answer = hear();
    ASSERT_FALSE(answer);
    EXPECT_EQ(answer.error().code, ErrorCode::busy);
}

TEST_F(GreedyDevices, HaveOneComparisonAnsweredBeforeTheyAskAgain)
{
    greet(claire, claire.ledger());
    ASSERT_TRUE(say(slice(1)));

    EXPECT_EQ(say(slice(2)).error().code, ErrorCode::busy);
    ASSERT_TRUE((**hear()).has_slice());
    EXPECT_TRUE(say(slice(2)));
}

TEST_F(GreedyDevices, DoNotCompareAgainAndAgainByComingBack)
{
    int answered = 0;
    for (; answered < 200; ++answered) {
        greet(claire, claire.ledger());
        if (!say(comparison())) break;
        ASSERT_TRUE((**hear()).has_compared());
    }
    EXPECT_EQ(answered, 100);

    clock.advance(1h);
    greet(claire, claire.ledger());
    EXPECT_TRUE(say(comparison()));
}

TEST_F(GreedyDevices, PushSomethingAndNoMoreWordsThanEdits)
{
    greet(claire, claire.ledger());
    v1::FromDevice message;
    message.mutable_push()->set_first_n(1);
    EXPECT_EQ(say(message).error().code, ErrorCode::empty);

    message.mutable_push()->add_edits(
        historyUnder(claire.number(), 1, RecordId::make(clock.now)).bytes());
    v1::Applied& run = *message.mutable_push()->mutable_known()->add_applied();
    run.set_first_n(1);
    run.set_count(2);
    ASSERT_TRUE(say(message));
    judgeAndCommit();

    const auto answer = hear();
    ASSERT_FALSE(answer);
    EXPECT_EQ(answer.error().code, ErrorCode::malformed);
}

TEST_F(GreedyDevices, TakeOneOtherNumberAtATimeAndTenAtOnce)
{
    greet(claire, claire.ledger());
    ASSERT_TRUE(say(renumbering(1)));
    ASSERT_TRUE(say(renumbering(2)));
    judgeAndCommit();
    EXPECT_TRUE((**hear()).has_renumbered());
    EXPECT_EQ(hear().error().code, ErrorCode::outOfPlace);

    greet(claire, claire.ledger());
    for (int key = 3; key <= 10; ++key) {
        ASSERT_TRUE(say(renumbering(key)));
        judgeAndCommit();
        ASSERT_TRUE((**hear()).has_renumbered());
    }
    ASSERT_TRUE(say(renumbering(11)));
    EXPECT_TRUE((**hear()).has_wait());
}

TEST_F(GreedyDevices, DoNotKeepARoleUnderANumberThatGreetsNoMore)
{
    const RecordId rouchon = claire.write(kPerson, person("Rouchon"));
    synchronise(claire, centre);
    greet(claire, claire.ledger());
    ASSERT_TRUE(say(renumbering(1)));
    judgeAndCommit();
    const DeviceNumber made = DeviceNumber::ofKey(sha256("key 1"));
    const DeviceNumber former = claire.number();
    giveRole(claire.member(), v1::ROLE_AIDE);
    const auto goOn = [&] {
        session_.emplace(centre.ledger(), **centre.ledger().device(made),
                         std::vector<std::string>{});
        v1::FromDevice message;
        message.mutable_hello()->set_protocol(kProtocolVersion);
        message.mutable_hello()->set_unlock_token(claire.ledger().standing().unlockToken);
        ASSERT_TRUE(session_->receive(message, clock.now));
        ASSERT_TRUE(session_->next(clock.now));
    };

    goOn();
    EXPECT_FALSE(wordOn(historyUnder(former, 2, rouchon), former)->has_refused());
    const std::uint64_t beyond = HeldRoles::kUnsentMax + 2;
    EXPECT_TRUE(wordOn(historyUnder(former, beyond, rouchon), former)->has_refused());

    clock.advance(HeldRoles::kHeldFor + 24h);
    goOn();
    EXPECT_TRUE(wordOn(historyUnder(former, 3, rouchon), former)->has_refused());
}

}  // namespace liaison::test
