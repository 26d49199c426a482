// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gtest/gtest.h>

#include "liaison/v1/care.pb.h"
#include "shared/record/patch.h"
#include "tests/support/small_world.h"

namespace liaison::test {

constexpr std::uint32_t kMember = 1;
constexpr std::uint32_t kPerson = 2;

inline v1::Person person(const std::string& familyName)
{
    v1::Person person;
    person.set_family_name(familyName);
    return person;
}

inline v1::Person access(const std::string& text)
{
    v1::Person person;
    person.set_access(text);
    return person;
}

inline v1::Person history(const std::string& text)
{
    v1::Person person;
    person.set_medical_history(text);
    return person;
}

/// One centre and three phones: Claire's and Aude's, who are nurses, and Nadia's, who is an aide.
class CentreAtWork : public testing::Test {
protected:
    v1::Person shown(SmallPhone& phone, const RecordId& record)
    {
        v1::Person person;
        EXPECT_TRUE(person.ParseFromString(phone.shown(record)));
        return person;
    }

    /// What the centre itself shows of a record.
    v1::Person shownAtCentre(const RecordId& record)
    {
        v1::Person person;
        const auto state = centre.ledger().ledger().record(record);
        EXPECT_TRUE(state && *state);
        if (*state) person.ParseFromString(RecordReading(**state).shownMessage());
        return person;
    }

    void giveRole(const RecordId& member, Role role)
    {
        clock.advance(std::chrono::seconds(1));
        v1::Member message;
        message.set_role(role);
        ChangeDraft draft{member, kMember, {}};
        const auto state = centre.ledger().ledger().record(member);
        ASSERT_TRUE(state && *state);
        const auto fields = cutPatch(message.SerializeAsString());
        for (const auto& [number, bytes] : *fields)
            draft.touch(number, RecordReading(**state), bytes);
        const auto change =
            changeOf(draft, [](const Dot&, std::uint32_t) { return std::vector<Dot>{}; });
        ASSERT_TRUE(change);
        const auto written = centre.ledger().write({*change}, clock.now);
        ASSERT_TRUE(written) << written.error().detail;
    }

    void synchroniseAll()
    {
        for (int round = 0; round < 2; ++round) {
            for (SmallPhone* phone : {&claire, &aude, &nadia})
                synchronise(*phone, centre);
        }
    }

    TempFolder folder;
    FakeClock clock;
    const Schema& schema = Schema::care();
    SmallCentre centre{folder, clock, schema};
    SmallPhone claire{folder, "claire", centre, v1::ROLE_NURSE, schema};
    SmallPhone aude{folder, "aude", centre, v1::ROLE_NURSE, schema};
    SmallPhone nadia{folder, "nadia", centre, v1::ROLE_AIDE, schema};
};

}  // namespace liaison::test
