// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include "liaison/v1/care.pb.h"
#include "shared/base/sha256.h"
#include "shared/sync/centre_session.h"
#include "shared/sync/device_session.h"
#include "shared/sync/join_session.h"
#include "tests/sim/virtual_disk.h"

namespace liaison::sim {

namespace {

constexpr std::uint64_t kEdits = 5;
const std::string kPath = "/disk/centre.db";

/// A centre on a disk that fails, and the five edits that a device pushes to it.
class CentreOnBadDisk : public testing::Test {
protected:
    void SetUp() override
    {
        Dice dice(1);
        VirtualDisk disk(dice);
        {
            CentreStanding standing;
            standing.id = RecordId::make(now);
            standing.name = "CRT Les Tilleuls";
            standing.number = DeviceNumber::ofKey(sha256("centre"));
            auto centre = CentreLedger::create(kPath, key, schema, standing, disk);
            ASSERT_TRUE(centre) << centre.error().detail;
            const auto made = invite(*centre, v1::ROLE_NURSE, "Morel", "Anne", now,
                                     now + std::chrono::minutes(15));
            ASSERT_TRUE(made);
            v1::Join message;
            message.set_invite(made->stored.id);
            message.set_secret(made->secret);
            const auto joined = join(*centre, message, pin, {}, now);
            ASSERT_TRUE(joined);
            token = joined->unlock_token();
        }
        whole = disk.image();
        for (std::uint64_t n = 1; n <= kEdits; ++n) {
            edits.push_back(editOf(n));
        }
    }

    Edit editOf(std::uint64_t n) const
    {
        v1::Person person;
        person.set_family_name("Personne " + std::to_string(n));
        person.set_precautions(std::string(1'900, 'p'));
        v1::Edit message;
        message.set_n(n);
        message.set_stamp(Stamp::at(now).value + n);
        message.add_salts(n);
        v1::Change* change = message.add_changes();
        change->set_record(RecordId::make(now).bytes());
        change->set_kind(2);
        change->set_patch(person.SerializeAsString());
        return Edit::write(number, message);
    }

    /// Opens the centre and pushes what it has not yet; the last n that it acknowledged.
    std::uint64_t push(VirtualDisk& disk)
    {
        auto centre = CentreLedger::open(kPath, key, schema, disk);
        if (!centre) return 0;
        const auto row = centre->device(number);
        if (!row || !*row) return 0;
        CentreSession session(*centre, **row, {});
        v1::FromDevice hello;
        hello.mutable_hello()->set_protocol(kProtocolVersion);
        hello.mutable_hello()->set_unlock_token(token);
        if (!session.receive(hello, now) || !session.next(now)) return 0;
        v1::FromDevice message;
        message.mutable_push()->set_first_n((*row)->lastN + 1);
        message.mutable_push()->set_chain((*row)->chain);
        for (std::uint64_t n = (*row)->lastN + 1; n <= kEdits; ++n) {
            message.mutable_push()->add_edits(edits[n - 1].bytes());
        }
        if (message.push().edits().empty()) return (*row)->lastN;
        if (!session.receive(message, now)) return 0;
        auto transaction = centre->ledger().begin();
        if (!transaction || !session.judge(now)) return 0;
        if (!centre->ledger().commit(*transaction)) return 0;
        session.committed();
        return acknowledgedBy(session);
    }

    std::uint64_t acknowledgedBy(CentreSession& session) const
    {
        std::uint64_t last = 0;
        for (int count = 0; count < 10; ++count) {
            const auto message = session.next(now);
            if (!message || !*message) break;
            for (const v1::Applied& applied : (*message)->verdicts().applied()) {
                last = std::max(last, applied.first_n() + applied.count() - 1);
            }
        }
        return last;
    }

    /// What the centre has of the device after everything that was not durable is gone.
    void expectKept(VirtualDisk& disk, std::uint64_t acknowledged)
    {
        disk.calm();
        disk.cutPower();
        disk.restart();
        {
            auto centre = CentreLedger::open(kPath, key, schema, disk);
            ASSERT_TRUE(centre) << centre.error().detail;
            const auto kept = centre->ledger().editsOf(number, 1, 100);
            ASSERT_TRUE(kept);
            EXPECT_GE(kept->size(), acknowledged) << "acknowledged and lost";
            EXPECT_EQ(kept->size(), (*centre->device(number))->lastN);
        }
        EXPECT_EQ(push(disk), kEdits) << "the next attempt gets through";
        auto centre = CentreLedger::open(kPath, key, schema, disk);
        ASSERT_TRUE(centre);
        EXPECT_EQ(centre->ledger().editsOf(number, 1, 100)->size(), kEdits);
    }

    /// Lets the operation fail, or the power go, at each operation in turn of opening the centre
    /// and taking a push, until none is left.
    template <typename Break>
    void everywhere(const Break& breakAt, std::size_t least)
    {
        for (std::size_t operation = 0;; ++operation) {
            SCOPED_TRACE("operation " + std::to_string(operation));
            ASSERT_LT(operation, 5'000u);
            Dice dice(operation);
            VirtualDisk disk(dice);
            disk.put(whole);
            const std::size_t before = disk.operations();
            breakAt(disk, operation);
            const std::uint64_t acknowledged = push(disk);
            const bool isPast = disk.operations() - before <= operation;
            ASSERT_NO_FATAL_FAILURE(expectKept(disk, acknowledged));
            if (!isPast) continue;
            EXPECT_EQ(acknowledged, kEdits);
            EXPECT_GE(operation, least);
            return;
        }
    }

    const Instant now{std::chrono::milliseconds(1'789'372'800'000)};
    const Schema& schema = Schema::care();
    const StoreKey key = StoreKey::make();
    const std::string pin = sha256("phone");
    const DeviceNumber number = DeviceNumber::ofKey(pin);
    std::string token;
    DiskImage whole;
    std::vector<Edit> edits;
};

}  // namespace

TEST_F(CentreOnBadDisk, AcknowledgesNothingThatAnyFailedWriteOrSyncTookBack)
{
    everywhere([](VirtualDisk& disk, std::size_t operation) { disk.failAfter(operation); }, 5);
}

TEST_F(CentreOnBadDisk, AcknowledgesNothingThatAPowerCutAnywhereTookBack)
{
    everywhere([](VirtualDisk& disk, std::size_t operation) { disk.cutPowerAfter(operation); }, 5);
}

}  // namespace liaison::sim
