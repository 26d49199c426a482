// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include "liaison/v1/care.pb.h"
#include "tests/support/small_world.h"

namespace liaison::test {

namespace {

using namespace std::chrono_literals;

constexpr std::uint32_t kPerson = 2;
constexpr std::uint32_t kTransmission = 7;

class DeviceLedgers : public testing::Test {
protected:
    v1::Person person(const std::string& familyName)
    {
        v1::Person person;
        person.set_family_name(familyName);
        return person;
    }

    RecordReading reading(SmallPhone& of, const RecordId& record)
    {
        const auto state = of.ledger().ledger().record(record);
        return RecordReading(**state);
    }

    Verdict applied(std::uint64_t sequence)
    {
        Verdict verdict;
        verdict.sequence = sequence;
        verdict.receivedAt = clock.now;
        return verdict;
    }

    Verdict refused(std::uint64_t sequence)
    {
        Verdict verdict = applied(sequence);
        verdict.isApplied = false;
        verdict.code = ErrorCode::notAllowed;
        return verdict;
    }

    TempFolder folder;
    FakeClock clock;
    const Schema& schema = Schema::care();
    SmallCentre centre{folder, clock, schema};
    SmallPhone phone{folder, "claire", centre, v1::ROLE_NURSE, schema};
};

}  // namespace

TEST_F(DeviceLedgers, KeepWhatWasSavedAcrossARestart)
{
    const RecordId record = phone.write(kPerson, person("Rouchon"));

    phone.restart();

    EXPECT_EQ(reading(phone, record).field(1)->versions().size(), 1u);
    EXPECT_EQ(*phone.ledger().waiting(), 1u);
    EXPECT_EQ(phone.ledger().standing().lastN, 1u);
}

TEST_F(DeviceLedgers, KeepThatTheirClockIsOffUntilItIsRight)
{
    synchronise(phone, centre);
    const DeviceStanding& standing = phone.ledger().standing();
    Greeting greeting{standing.role, standing.epoch, standing.head, standing.view,
                      clock.now - 121s};
    EXPECT_FALSE(standing.isClockOff());

    ASSERT_TRUE(phone.ledger().takeWelcome(greeting, clock.now));
    phone.restart();
    EXPECT_TRUE(phone.ledger().standing().isClockOff());
    EXPECT_EQ(phone.ledger().standing().clockOffset, -121s);

    greeting.centreClock = clock.now + 119s;
    ASSERT_TRUE(phone.ledger().takeWelcome(greeting, clock.now));
    phone.restart();
    EXPECT_FALSE(phone.ledger().standing().isClockOff());
}

TEST_F(DeviceLedgers, NumberTheirEditsWithoutGapsEvenWhenASaveIsRefused)
{
    phone.write(kPerson, person("Rouchon"));
    v1::Person wrong;
    wrong.set_gir(9);

    const auto failed = phone.tryWrite(kPerson, wrong);
    phone.write(kPerson, person("Castang"));

    ASSERT_FALSE(failed);
    EXPECT_EQ(failed.error().code, ErrorCode::outOfRange);
    EXPECT_NE(failed.error().detail.find("gir"), std::string::npos);
    const auto edits = *phone.ledger().ledger().editsOf(phone.number(), 1, 10);
    ASSERT_EQ(edits.size(), 2u);
    EXPECT_EQ(edits[1].edit.dot().n, 2u);
    EXPECT_EQ(*phone.ledger().chainAt(2), phone.ledger().standing().chain);
}

TEST_F(DeviceLedgers, StoreNothingOfASaveWhoseSecondChangeIsRefused)
{
    v1::Change good;
    good.set_record(RecordId::make(clock.now).bytes());
    good.set_kind(kPerson);
    good.set_patch(person("Rouchon").SerializeAsString());
    v1::Change bad = good;
    bad.set_record(RecordId::make(clock.now).bytes());
    bad.set_kind(99);

    const auto saved = phone.ledger().save({good, bad}, clock.now);

    ASSERT_FALSE(saved);
    EXPECT_EQ(saved.error().code, ErrorCode::unknownKind);
    EXPECT_EQ(*phone.ledger().ledger().count({.kind = kPerson}), 0u);
    EXPECT_EQ(phone.ledger().standing().lastN, 0u);
}

TEST_F(DeviceLedgers, TakeARefusedEditBackAndKeepItInTheList)
{
    const RecordId record = phone.write(kPerson, person("Rouchon"));
    ASSERT_TRUE(phone.ledger().takeVerdicts({{1, applied(5), {}}}, clock.now));
    v1::Person change;
    change.set_family_name("Rouchin");
    phone.write(kPerson, change, record);

    ASSERT_TRUE(phone.ledger().takeVerdicts({{2, refused(6), {}}}, clock.now));

    v1::Person shown;
    ASSERT_TRUE(shown.ParseFromString(phone.shown(record)));
    EXPECT_EQ(shown.family_name(), "Rouchon");
    EXPECT_EQ(*phone.ledger().waiting(), 0u);
    EXPECT_EQ(phone.ledger().refused()->size(), 1u);
}

TEST_F(DeviceLedgers, ReplaceWhatARefusedEditHadReplacedWhenALaterOneBuiltOnIt)
{
    const RecordId record = phone.write(kPerson, person("Un"));
    ASSERT_TRUE(phone.ledger().takeVerdicts({{1, applied(5), {}}}, clock.now));
    phone.write(kPerson, person("Deux"), record);
    phone.write(kPerson, person("Trois"), record);

    ASSERT_TRUE(phone.ledger().takeVerdicts({{2, refused(6), {}}, {3, applied(7), {}}}, clock.now));

    EXPECT_TRUE(reading(phone, record).disputed().empty());
    v1::Person shown;
    ASSERT_TRUE(shown.ParseFromString(phone.shown(record)));
    EXPECT_EQ(shown.family_name(), "Trois");
}

TEST_F(DeviceLedgers, ShowAnEditUnderTheStampThatAllReplicasUseOnceItIsReceived)
{
    const RecordId record = phone.write(kPerson, person("Rouchon"));
    Verdict early = applied(5);
    early.receivedAt = clock.now - 24h;

    ASSERT_TRUE(phone.ledger().takeVerdicts({{1, early, {}}}, clock.now));

    EXPECT_EQ(reading(phone, record).field(1)->shown().shownAs, Stamp::at(clock.now - 24h + 60s));
}

TEST_F(DeviceLedgers, SettleARunOfVerdictsWithTheProofAndThePlaceOfEach)
{
    std::vector<RecordId> records;
    std::vector<OwnVerdict> words;
    for (std::uint64_t n = 1; n <= 5; ++n) {
        records.push_back(phone.write(kPerson, person("Nom " + std::to_string(n))));
        words.push_back({n, applied(40 + n), "proof " + std::to_string(n) + "!"});
    }

    ASSERT_TRUE(phone.ledger().takeVerdicts(words, clock.now));

    EXPECT_EQ(*phone.ledger().waiting(), 0u);
    EXPECT_TRUE(phone.ledger().isAllAnswered());
    const auto edits = *phone.ledger().ownEdits(1, 10);
    ASSERT_EQ(edits.size(), 5u);
    for (std::size_t i = 0; i < edits.size(); ++i) {
        EXPECT_EQ(edits[i].verdict, words[i].verdict);
        EXPECT_EQ(edits[i].proof, words[i].proof);
    }
    const auto rows = *phone.ledger().ledger().records({});
    ASSERT_EQ(rows.size(), 5u);
    for (const RecordRow& row : rows) {
        const auto written = std::find(records.begin(), records.end(), row.id) - records.begin();
        EXPECT_FALSE(row.isUnsent);
        EXPECT_EQ(row.sequence, static_cast<std::uint64_t>(41 + written));
    }
}

TEST_F(DeviceLedgers, SettleARunInWhichOneStampIsShownOtherwise)
{
    phone.write(kPerson, person("Un"));
    clock.advance(10min);
    const RecordId later = phone.write(kPerson, person("Deux"));
    Verdict first = applied(7);
    first.receivedAt = clock.now - 10min;
    Verdict second = first;
    second.sequence = 8;

    ASSERT_TRUE(phone.ledger().takeVerdicts({{1, first, {}}, {2, second, {}}}, clock.now));

    EXPECT_EQ(*phone.ledger().waiting(), 0u);
    EXPECT_EQ(reading(phone, later).field(1)->shown().shownAs, Stamp::at(clock.now - 10min + 60s));
}

TEST_F(DeviceLedgers, TakeARunForAForkWhenOneOfItsEditsWasNeverWrittenHere)
{
    phone.write(kPerson, person("Un"));

    const auto taken =
        phone.ledger().takeVerdicts({{1, applied(7), {}}, {2, applied(8), {}}}, clock.now);

    ASSERT_FALSE(taken);
    EXPECT_EQ(taken.error().code, ErrorCode::forked);
    EXPECT_EQ(*phone.ledger().waiting(), 1u);
}

TEST_F(DeviceLedgers, NeverSaveUnderAnOlderStampWhateverTheClockDoes)
{
    phone.write(kPerson, person("Un"));
    clock.advance(-87'600h);
    phone.write(kPerson, person("Deux"));

    const auto edits = *phone.ledger().ledger().editsOf(phone.number(), 1, 10);

    EXPECT_LT(edits.at(0).edit.stamp(), edits.at(1).edit.stamp());
}

TEST_F(DeviceLedgers, TellTheListenerWhatACommitChangedAndNothingOfAFailedOne)
{
    std::vector<RecordId> changed;
    phone.ledger().ledger().onChanged(
        [&](const std::vector<RecordId>& records) { changed = records; });
    v1::Person wrong;
    wrong.set_gir(9);

    EXPECT_FALSE(phone.tryWrite(kPerson, wrong));
    EXPECT_TRUE(changed.empty());
    const RecordId record = phone.write(kPerson, person("Rouchon"));

    EXPECT_EQ(changed, std::vector{record});
}

TEST_F(DeviceLedgers, KeepADraftUntilItsSaveMakesAnEndOfIt)
{
    ASSERT_TRUE(phone.ledger().keepDraft({"visit/1", "half a word", clock.now}));
    phone.restart();
    EXPECT_EQ((*phone.ledger().draft("visit/1"))->bytes, "half a word");
    v1::Change change;
    change.set_record(RecordId::make(clock.now).bytes());
    change.set_kind(kPerson);
    change.set_patch(person("Rouchon").SerializeAsString());

    ASSERT_TRUE(phone.ledger().save({change}, clock.now, "visit/1"));

    EXPECT_TRUE(phone.ledger().drafts()->empty());
}

TEST_F(DeviceLedgers, ListRecordsByKindSubjectAndTime)
{
    const RecordId rouchon = phone.write(kPerson, person("Rouchon"));
    const RecordId castang = phone.write(kPerson, person("Castang"));
    v1::Transmission note;
    note.set_data("Genou douloureux");
    for (const auto& [who, hours] : {std::pair{rouchon, 2}, {castang, 3}, {rouchon, 1}}) {
        note.set_person(who.bytes());
        note.set_at((clock.now + std::chrono::hours(hours)).time_since_epoch().count());
        phone.write(kTransmission, note);
    }

    const auto rows = *phone.ledger().ledger().records(
        {.kind = kTransmission, .subject = rouchon, .until = clock.now + 3h});

    ASSERT_EQ(rows.size(), 2u);
    EXPECT_EQ(rows[0].at, clock.now + 1h);
    EXPECT_EQ(rows[1].at, clock.now + 2h);
}

TEST_F(DeviceLedgers, RefuseToChangeTheSubjectOfARecord)
{
    const RecordId rouchon = phone.write(kPerson, person("Rouchon"));
    const RecordId castang = phone.write(kPerson, person("Castang"));
    v1::Transmission note;
    note.set_person(rouchon.bytes());
    note.set_at(clock.now.time_since_epoch().count());
    note.set_data("Genou");
    const RecordId record = phone.write(kTransmission, note);
    v1::Transmission moved;
    moved.set_person(castang.bytes());

    const auto written = phone.tryWrite(kTransmission, moved, record);

    ASSERT_FALSE(written);
    EXPECT_EQ(written.error().code, ErrorCode::fixedField);
}

TEST_F(DeviceLedgers, RefuseToEmptyTheParentOfARecord)
{
    const RecordId rouchon = phone.write(kPerson, person("Rouchon"));
    v1::Transmission note;
    note.set_person(rouchon.bytes());
    note.set_visit(RecordId::make(clock.now).bytes());
    note.set_at(clock.now.time_since_epoch().count());
    note.set_data("Genou");
    const RecordId record = phone.write(kTransmission, note);
    v1::Change change;
    change.set_record(record.bytes());
    change.set_kind(kTransmission);
    change.add_cleared(schema.kind(kTransmission)->parent()->number);

    const auto saved = phone.ledger().save({change}, clock.now);

    ASSERT_FALSE(saved);
    EXPECT_EQ(saved.error().code, ErrorCode::fixedField);
}

TEST_F(DeviceLedgers, TellOfAPendingEditOnlyWhatItReplacedInTheRecordAskedFor)
{
    const RecordId rouchon = phone.write(kPerson, person("Rouchon"));
    const RecordId castang = phone.write(kPerson, person("Castang"));
    const Dot first = reading(phone, rouchon).dots().at(0);
    const Dot second = reading(phone, castang).dots().at(0);
    std::vector<v1::Change> both(2);
    for (auto [change, id, seen] :
         {std::tuple{&both[0], rouchon, first}, {&both[1], castang, second}}) {
        change->set_record(id.bytes());
        change->set_kind(kPerson);
        change->set_patch(person("Autre").SerializeAsString());
        seen.to(*change->add_replaces());
    }
    const auto saved = phone.ledger().save(both, clock.now);
    ASSERT_TRUE(saved);

    EXPECT_EQ(phone.ledger().ownPending(rouchon)(*saved, 1), std::vector{first});
    EXPECT_EQ(phone.ledger().ownPending(castang)(*saved, 1), std::vector{second});
}

TEST_F(DeviceLedgers, ReadNoMoreOfTheLogThanWasAskedFor)
{
    v1::Person large = person("Rouchon");
    large.set_habits(std::string(4'000, 'x'));
    for (int i = 0; i < 20; ++i)
        phone.write(kPerson, large);
    for (std::uint64_t n = 1; n <= 20; ++n) {
        ASSERT_TRUE(phone.ledger().takeVerdicts({{n, applied(n), {}}}, clock.now));
    }

    EXPECT_EQ(phone.ledger().ledger().entriesAfter(0, 500, 10'000)->size(), 3u);
    EXPECT_EQ(phone.ledger().ledger().entriesAfter(0, 500, 1)->size(), 1u);
    EXPECT_EQ(phone.ledger().ledger().entriesAfter(0, 500, 1'000'000)->size(), 20u);
}

TEST_F(DeviceLedgers, RefuseAFieldThatIsWrittenTwiceInOnePatch)
{
    v1::Change change;
    change.set_record(RecordId::make(clock.now).bytes());
    change.set_kind(kPerson);
    change.set_patch(person("Rouchon").SerializeAsString() + person("Castang").SerializeAsString());

    const auto saved = phone.ledger().save({change}, clock.now);

    ASSERT_FALSE(saved);
    EXPECT_EQ(saved.error().code, ErrorCode::malformed);
}

TEST_F(DeviceLedgers, WidenAPartialEditWhenTheWholeOneComes)
{
    v1::Person whole;
    whole.set_family_name("Rouchon");
    whole.set_medical_history("AVC en 2019");
    const RecordId record = phone.write(kPerson, whole);
    const Edit edit = (*phone.ledger().ledger().editsOf(phone.number(), 1, 1)).at(0).edit;
    v1::Edit visible = edit.message();
    visible.mutable_changes(0)->set_patch(person("Rouchon").SerializeAsString());
    const Edit partial =
        *Edit::readPartial(phone.number(), visible.SerializeAsString(), edit.hash());
    SmallPhone other(folder, "nadia", centre, v1::ROLE_NURSE, schema);
    DevicePage page;
    page.entries.push_back({partial, applied(9), true, clock.now});
    ASSERT_TRUE(other.ledger().takePage(page, clock.now));
    EXPECT_EQ(reading(other, record).fields().size(), 1u);

    page.entries = {{edit, applied(9), false, clock.now}};
    ASSERT_TRUE(other.ledger().takePage(page, clock.now));

    EXPECT_EQ(reading(other, record).fields().size(), 2u);
    EXPECT_FALSE((*other.ledger().ledger().entry(edit.dot()))->isPartial);
}

}  // namespace liaison::test
