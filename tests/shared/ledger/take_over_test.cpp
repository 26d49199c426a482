// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/ledger/take_over.h"

#include <google/protobuf/dynamic_message.h>
#include <gtest/gtest.h>

#include "liaison/v1/care.pb.h"
#include "shared/record/void_field.h"
#include "tests/support/small_world.h"
#include "tests/support/written_schema.h"

namespace liaison::test {

namespace {

constexpr std::uint32_t kPerson = 2;
constexpr std::uint32_t kVisit = 4;
constexpr std::uint32_t kFamilyName = 1;
constexpr std::uint32_t kGir = 7;
constexpr std::uint32_t kAccess = 9;

/// A supervisor, a nurse, and an aide whose phone does not know yet what her role may write.
class TakingOver : public testing::Test {
protected:
    v1::Person person(const std::string& familyName)
    {
        v1::Person person;
        person.set_family_name(familyName);
        return person;
    }

    v1::Person shownPerson(SmallPhone& phone, const RecordId& record)
    {
        v1::Person shown;
        EXPECT_TRUE(shown.ParseFromString(phone.shown(record)));
        return shown;
    }

    /// An edit of the aide that the centre refuses and the supervisor has.
    RecordId refusedEdit(const v1::Person& written, std::optional<RecordId> record = {})
    {
        const RecordId made = aide.write(kPerson, written, record);
        synchronise(aide, centre);
        synchronise(supervisor, centre);
        const auto open = *refusedOfOthers(supervisor.ledger());
        EXPECT_EQ(open.size(), 1u);
        refused = open.at(0).edit.dot();
        return made;
    }

    Result<Dot> save(SmallPhone& phone, const TakeOver& made)
    {
        return phone.ledger().save(made.changes(phone.ledger()), clock.now);
    }

    std::optional<LedgerEntry> takenOver(SmallPhone& phone)
    {
        const auto entry = phone.ledger().ledger().entry(refused);
        EXPECT_TRUE(entry && *entry);
        const auto taken = takenOverBy(phone.ledger().ledger(), (*entry)->edit);
        EXPECT_TRUE(taken);
        return *taken;
    }

    void synchroniseAll()
    {
        for (int round = 0; round < 2; ++round) {
            for (SmallPhone* phone : {&supervisor, &aide, &nurse}) {
                synchronise(*phone, centre);
            }
        }
    }

    TempFolder folder;
    FakeClock clock;
    const Schema& schema = Schema::care();
    SmallCentre centre{folder, clock, schema};
    SmallPhone supervisor{folder, "garrigue", centre, v1::ROLE_SUPERVISOR, schema};
    SmallPhone nurse{folder, "claire", centre, v1::ROLE_NURSE, schema};
    SmallPhone aide{folder, "nadia", centre, v1::ROLE_AIDE, schema};
    Dot refused;
};

}  // namespace

TEST_F(TakingOver, MakesARefusedEditCountForEverybodyUnderTheNameOfWhoDidIt)
{
    v1::Person written = person("Marsac");
    written.set_gir(3);
    const RecordId marsac = refusedEdit(written);
    ASSERT_EQ(nurse.shown(marsac), "");

    const auto made = takeOver(supervisor.ledger(), refused);
    ASSERT_TRUE(made) << made.error().detail;
    EXPECT_TRUE(made->leftOut.empty());
    const auto dot = save(supervisor, *made);
    ASSERT_TRUE(dot) << dot.error().detail;
    synchroniseAll();

    EXPECT_EQ(dot->device, supervisor.number());
    for (SmallPhone* phone : {&supervisor, &nurse, &aide}) {
        EXPECT_EQ(shownPerson(*phone, marsac).family_name(), "Marsac");
        EXPECT_EQ(shownPerson(*phone, marsac).gir(), 3);
    }
    EXPECT_EQ(nurse.digest(), centre.digest(v1::ROLE_NURSE));
    EXPECT_EQ(aide.digest(), centre.digest(v1::ROLE_AIDE));
}

TEST_F(TakingOver, ReplacesWhatTheSupervisorSawAndNothingElse)
{
    v1::Person rouchon = person("Rouchon");
    rouchon.set_gir(4);
    rouchon.set_access("code 45A10");
    const RecordId record = supervisor.write(kPerson, rouchon);
    synchronise(supervisor, centre);
    synchronise(nurse, centre);
    v1::Person written = person("Rouchon");
    written.set_gir(2);
    refusedEdit(written, record);
    v1::Person meanwhile;
    meanwhile.set_gir(5);
    nurse.write(kPerson, meanwhile, record);
    synchronise(nurse, centre);

    ASSERT_TRUE(save(supervisor, *takeOver(supervisor.ledger(), refused)));
    synchroniseAll();

    const RecordReading reading(**supervisor.ledger().ledger().record(record));
    EXPECT_EQ(reading.disputed(), std::vector<std::uint32_t>{kGir});
    EXPECT_EQ(reading.field(kGir)->values.size(), 2u);
    EXPECT_EQ(reading.field(kAccess)->values.size(), 1u);
}

TEST_F(TakingOver, IsSeenByTheAuthorAndByOtherSupervisors)
{
    SmallPhone second(folder, "delmas", centre, v1::ROLE_SUPERVISOR, schema);
    refusedEdit(person("Marsac"));
    synchronise(second, centre);
    EXPECT_FALSE(takenOver(aide));
    EXPECT_FALSE(takenOver(second));

    const auto dot = save(supervisor, *takeOver(supervisor.ledger(), refused));
    ASSERT_TRUE(dot);
    EXPECT_EQ(takenOver(supervisor)->edit.dot(), *dot);
    synchroniseAll();
    synchronise(second, centre);

    EXPECT_EQ(takenOver(aide)->edit.dot(), *dot);
    EXPECT_EQ(takenOver(second)->edit.dot(), *dot);
    const auto again = takeOver(second.ledger(), refused);
    ASSERT_FALSE(again);
    EXPECT_EQ(again.error().code, ErrorCode::alreadyThere);
    EXPECT_EQ(*aide.ledger().refusedCount(), 1u);
}

TEST_F(TakingOver, ByTwoWhoDidNotSeeEachOtherIsNoDisagreement)
{
    SmallPhone second(folder, "delmas", centre, v1::ROLE_SUPERVISOR, schema);
    const RecordId marsac = refusedEdit(person("Marsac"));
    synchronise(second, centre);

    ASSERT_TRUE(save(supervisor, *takeOver(supervisor.ledger(), refused)));
    ASSERT_TRUE(save(second, *takeOver(second.ledger(), refused)));
    synchronise(second, centre);
    synchroniseAll();

    const RecordReading reading(**nurse.ledger().ledger().record(marsac));
    EXPECT_EQ(reading.field(kFamilyName)->values.size(), 2u);
    EXPECT_TRUE(reading.disputed().empty());
}

TEST_F(TakingOver, IsNotForEveryRoleNorForEveryEdit)
{
    refusedEdit(person("Marsac"));
    const RecordId sound = nurse.write(kPerson, person("Castang"));
    v1::Visit visit;
    visit.set_person(RecordId::make(clock.now).bytes());
    visit.mutable_planned()->set_start(clock.now.time_since_epoch().count());
    visit.set_status("PREVUE");
    nurse.write(kVisit, visit);
    synchronise(nurse, centre);
    synchronise(supervisor, centre);
    const auto codeOf = [](DeviceLedger& ledger, const Dot& dot) {
        const auto made = takeOver(ledger, dot);
        EXPECT_FALSE(made);
        return made.error().code;
    };
    const Dot applied = (*supervisor.ledger().ledger().history(sound)).at(0).edit.dot();
    const Dot waiting = (*refusedOfOthers(supervisor.ledger())).at(0).edit.dot();
    ASSERT_EQ(waiting.device, nurse.number());

    EXPECT_EQ(codeOf(nurse.ledger(), refused), ErrorCode::notAllowed);
    EXPECT_EQ(codeOf(supervisor.ledger(), applied), ErrorCode::notFound);
    EXPECT_EQ(codeOf(supervisor.ledger(), waiting), ErrorCode::depends);
    EXPECT_EQ(codeOf(supervisor.ledger(), Dot{}), ErrorCode::notFound);
}

TEST_F(TakingOver, SaysWhatCannotBeWrittenAndTakesTheRest)
{
    // Another build, whose ranges are wider than this one's.
    const WrittenSchema written(R"(
        message Person {
          option (kind) = { number: 2 label {fr: "P" en: "P"} plural {fr: "P" en: "P"}
                            readers {role: [ROLE_AIDE, ROLE_NURSE, ROLE_SUPERVISOR]}
                            writers {role: [ROLE_AIDE, ROLE_NURSE, ROLE_SUPERVISOR]} };
          optional string family_name = 1 [(field) = {label {fr: "N" en: "N"} title: true}];
          optional int32 gir = 7 [(field) = {label {fr: "G" en: "G"} plausible {min: 1 max: 60}}];
          optional string access = 9 [(field) = {label {fr: "A" en: "A"}}];
          Voided voided = 15 [(field) = {label {fr: "V" en: "V"}}];
        })");
    const Schema wider(written.file());
    SmallPhone other(folder, "farid", centre, v1::ROLE_NURSE, wider);
    v1::Person both = person("Marsac");
    both.set_gir(42);
    both.set_access("code 45A10");
    const RecordId marsac = other.write(kPerson, both);
    v1::Person onlyGir;
    onlyGir.set_gir(42);
    const RecordId nameless = other.write(kPerson, onlyGir);
    synchronise(other, centre);
    synchronise(supervisor, centre);
    const auto open = *refusedOfOthers(supervisor.ledger());
    ASSERT_EQ(open.size(), 2u);

    const auto rest = takeOver(supervisor.ledger(), open.at(1).edit.dot());
    const auto nothing = takeOver(supervisor.ledger(), open.at(0).edit.dot());

    ASSERT_TRUE(rest && nothing);
    EXPECT_EQ(rest->leftOut,
              (std::vector<LeftOut>{{marsac, kPerson, kGir, ErrorCode::outOfRange}}));
    ASSERT_TRUE(save(supervisor, *rest));
    EXPECT_EQ(shownPerson(supervisor, marsac).access(), "code 45A10");
    EXPECT_FALSE(shownPerson(supervisor, marsac).has_gir());
    EXPECT_TRUE(nothing->draft.isEmpty());
    EXPECT_EQ(nothing->leftOut,
              (std::vector<LeftOut>{{nameless, kPerson, kGir, ErrorCode::outOfRange}}));
}

TEST_F(TakingOver, OfAVoidNamesTheValuesThatTheSupervisorSaw)
{
    const RecordId record = supervisor.write(kPerson, person("Rouchon"));
    synchronise(supervisor, centre);
    v1::Person written = person("Rouchon");
    written.mutable_voided()->set_reason("Saisie deux fois");
    refusedEdit(written, record);

    ASSERT_TRUE(save(supervisor, *takeOver(supervisor.ledger(), refused)));

    const RecordReading reading(**supervisor.ledger().ledger().record(record));
    EXPECT_TRUE(isVoided(reading));
    const auto shown = shownPerson(supervisor, record);
    EXPECT_EQ(shown.voided().reason(), "Saisie deux fois");
    ASSERT_EQ(shown.voided().seen_size(), 1);
    EXPECT_EQ(shown.voided().seen(0).device(), supervisor.number().value);
}

TEST_F(TakingOver, StandsAgainstTheRefusedEditWhenThatCountsAfterAll)
{
    v1::Person written = person("Marsac");
    written.set_gir(3);
    const RecordId marsac = refusedEdit(written);
    ASSERT_TRUE(save(supervisor, *takeOver(supervisor.ledger(), refused)));
    v1::Person corrected;
    corrected.set_gir(5);
    supervisor.write(kPerson, corrected, marsac);

    auto entry = **supervisor.ledger().ledger().entry(refused);
    entry.verdict->isApplied = true;
    auto transaction = supervisor.ledger().ledger().begin();
    ASSERT_TRUE(supervisor.ledger().ledger().replace(entry));
    ASSERT_TRUE(supervisor.ledger().ledger().commit(*transaction));

    const RecordReading reading(**supervisor.ledger().ledger().record(marsac));
    EXPECT_TRUE(reading.disputed().empty());
    EXPECT_EQ(shownPerson(supervisor, marsac).gir(), 5);
}

}  // namespace liaison::test
