// SPDX-License-Identifier: GPL-3.0-or-later
#include <google/protobuf/dynamic_message.h>

#include "tests/shared/sync/centre_fixture.h"
#include "tests/support/written_schema.h"

namespace liaison::test {

constexpr std::uint32_t kCaregiver = 3;
constexpr std::uint32_t kVisit = 4;
constexpr std::uint32_t kIntervention = 5;

/// Edits that a centre keeps without effect until something else comes.
class AwaitingEdit : public CentreAtWork {
protected:
    RecordId someId() { return RecordId::make(clock.now); }

    v1::Visit visitOf(const RecordId& person)
    {
        v1::Visit visit;
        visit.set_person(person.bytes());
        visit.mutable_planned()->set_start(clock.now.time_since_epoch().count());
        visit.set_status("planned");
        return visit;
    }

    v1::Intervention tickOf(const RecordId& visit, const RecordId& person)
    {
        v1::Intervention tick;
        tick.set_visit(visit.bytes());
        tick.set_person(person.bytes());
        tick.set_at(clock.now.time_since_epoch().count());
        tick.set_prestation("V1-SOI-04");
        return tick;
    }

    bool isAtCentre(const RecordId& record)
    {
        const auto state = centre.ledger().ledger().record(record);
        EXPECT_TRUE(state);
        return state && state->has_value();
    }
};

TEST_F(AwaitingEdit, IsAppliedWhenTheRecordItNamesComes)
{
    const RecordId rouchon = someId();
    const RecordId visit = aude.write(kVisit, visitOf(rouchon));
    synchronise(aude, centre);
    ASSERT_FALSE(isAtCentre(visit));
    ASSERT_EQ(*aude.ledger().refusedCount(), 1u);

    claire.write(kPerson, person("Rouchon"), rouchon);
    synchroniseAll();

    EXPECT_TRUE(isAtCentre(visit));
    EXPECT_EQ(*aude.ledger().refusedCount(), 0u);
    EXPECT_EQ(aude.digest(), centre.digest(v1::ROLE_NURSE));
}

TEST_F(AwaitingEdit, BringsWhatWaitsForItInTurn)
{
    const RecordId rouchon = someId();
    const RecordId visit = someId();
    const RecordId tick = nadia.write(kIntervention, tickOf(visit, rouchon));
    synchronise(nadia, centre);
    aude.write(kVisit, visitOf(rouchon), visit);
    synchronise(aude, centre);
    ASSERT_FALSE(isAtCentre(visit));

    claire.write(kPerson, person("Rouchon"), rouchon);
    synchronise(claire, centre);

    EXPECT_TRUE(isAtCentre(visit));
    EXPECT_TRUE(isAtCentre(tick));
}

TEST_F(AwaitingEdit, IsNotOvertakenByALaterOneThatCouldHaveBegunItsRecord)
{
    const RecordId visit = someId();
    const RecordId rouchon = claire.write(kPerson, person("Rouchon"));
    synchroniseAll();
    const RecordId tick = aude.write(kIntervention, tickOf(visit, rouchon));
    v1::Intervention corrected;
    corrected.set_at(clock.now.time_since_epoch().count() + 60'000);
    corrected.set_prestation("V1-ORI-01");
    aude.write(kIntervention, corrected, tick);
    synchronise(aude, centre);
    ASSERT_EQ(*aude.ledger().refusedCount(), 2u);

    claire.write(kVisit, visitOf(rouchon), visit);
    synchroniseAll();

    ASSERT_TRUE(isAtCentre(tick));
    EXPECT_EQ(*aude.ledger().refusedCount(), 0u);
    EXPECT_EQ(aude.digest(), centre.digest(v1::ROLE_NURSE));
}

TEST_F(AwaitingEdit, IsAppliedHoweverManyOthersWait)
{
    const RecordId rouchon = someId();
    const RecordId never = someId();
    for (int i = 0; i < 1'100; ++i)
        nadia.write(kVisit, visitOf(never));
    const RecordId visit = nadia.write(kVisit, visitOf(rouchon));
    synchronise(nadia, centre);

    claire.write(kPerson, person("Rouchon"), rouchon);
    synchronise(claire, centre);

    EXPECT_TRUE(isAtCentre(visit));
    synchronise(nadia, centre);
    EXPECT_EQ(*nadia.ledger().refusedCount(), 1'100u);
}

TEST_F(AwaitingEdit, KeepsTheRightsItCameWith)
{
    const RecordId rouchon = someId();
    v1::Caregiver daughter;
    daughter.set_person(rouchon.bytes());
    daughter.set_family_name("Petit");
    const RecordId caregiver = claire.write(kCaregiver, daughter);
    synchronise(claire, centre);
    ASSERT_EQ(*claire.ledger().refusedCount(), 1u);
    giveRole(claire.member(), v1::ROLE_AIDE);
    synchronise(claire, centre);

    aude.write(kPerson, person("Rouchon"), rouchon);
    synchroniseAll();

    EXPECT_TRUE(isAtCentre(caregiver));
}

TEST_F(AwaitingEdit, OfANewerSchemaIsAppliedOnceTheServerIsUpdated)
{
    const WrittenSchema written = WrittenSchema::careWith(R"(
        message Vaccination {
          option (kind) = {
            number: 90
            label {fr: "Vaccination" en: "Vaccination"}
            plural {fr: "Vaccinations" en: "Vaccinations"}
            readers {role: [ROLE_NURSE, ROLE_SUPERVISOR]}
            writers {role: [ROLE_NURSE, ROLE_SUPERVISOR]}
          };
          optional string vaccine = 1 [(field) = {
            label {fr: "Vaccin" en: "Vaccine"} title: true required: true
          }];
        })");
    const Schema newer(written.file());
    SmallPhone updated(folder, "updated", centre, v1::ROLE_NURSE, newer);
    google::protobuf::DynamicMessageFactory messages;
    const auto* type = written.file()->FindMessageTypeByName("Vaccination");
    const std::unique_ptr<google::protobuf::Message> vaccination(
        messages.GetPrototype(type)->New());
    vaccination->GetReflection()->SetString(vaccination.get(), type->field(0), "Grippe");
    const RecordId record = updated.write(90, *vaccination);
    synchronise(updated, centre);
    ASSERT_FALSE(isAtCentre(record));
    ASSERT_EQ(*updated.ledger().refusedCount(), 1u);

    centre.update(newer);
    synchronise(updated, centre);

    EXPECT_TRUE(isAtCentre(record));
    EXPECT_EQ(*updated.ledger().refusedCount(), 0u);
    EXPECT_EQ(updated.digest(), centre.digest(v1::ROLE_NURSE));
}

TEST_F(AwaitingEdit, OfANewerSchemaIsFoundByItsPersonOnceThePhoneIsUpdated)
{
    const WrittenSchema written = WrittenSchema::careWith(R"(
        message Allergy {
          option (kind) = {
            number: 91
            label {fr: "Allergie" en: "Allergy"}
            plural {fr: "Allergies" en: "Allergies"}
            readers {role: [ROLE_NURSE, ROLE_SUPERVISOR]}
            writers {role: [ROLE_NURSE, ROLE_SUPERVISOR]}
          };
          optional bytes person = 1 [(field) = {
            label {fr: "Personne" en: "Person"} subject: true required: true refers_to: 2
          }];
        })");
    const Schema newer(written.file());
    centre.update(newer);
    const RecordId rouchon = claire.write(kPerson, person("Rouchon"));
    SmallPhone updated(folder, "updated", centre, v1::ROLE_NURSE, newer);
    google::protobuf::DynamicMessageFactory messages;
    const auto* type = written.file()->FindMessageTypeByName("Allergy");
    const std::unique_ptr<google::protobuf::Message> allergy(messages.GetPrototype(type)->New());
    allergy->GetReflection()->SetString(allergy.get(), type->field(0), rouchon.bytes());
    synchronise(claire, centre);
    const RecordId record = updated.write(91, *allergy);
    synchronise(updated, centre);
    synchronise(aude, centre);
    RecordQuery ofRouchon;
    ofRouchon.subject = rouchon;
    ASSERT_TRUE(aude.ledger().ledger().records(ofRouchon)->empty());
    ASSERT_EQ(aude.digest(), centre.digest(v1::ROLE_NURSE));

    aude.update(newer);

    const auto rows = aude.ledger().ledger().records(ofRouchon);
    ASSERT_EQ(rows->size(), 1u);
    EXPECT_EQ(rows->front().id, record);
    EXPECT_EQ(aude.digest(), centre.digest(v1::ROLE_NURSE));
}

}  // namespace liaison::test
