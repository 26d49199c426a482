// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include "mobile/store/attaching.h"
#include "mobile/viewmodel/person_view_model.h"
#include "tests/support/made_file.h"
#include "tests/support/open_profile.h"

namespace liaison::test {

namespace {

constexpr std::uint32_t kPerson = 2;

class Attachments : public testing::Test {
protected:
    RecordId attachTo(const RecordId& person)
    {
        const NewAttachment photo{person, std::nullopt, "Le talon, ce matin",
                                  madePicture(100'000, 1), madePicture(5'000, 2)};
        const auto saved = attach(nurse.ledger(), photo, clock.now);
        EXPECT_TRUE(saved) << saved.error().detail;
        return saved->record;
    }

    RecordId writePerson()
    {
        v1::Person person;
        person.set_family_name("Rouchon");
        return nurse.write(kPerson, person);
    }

    TempFolder folder;
    FakeClock clock;
    const Schema& schema = Schema::care();
    SmallCentre centre{folder, clock, schema};
    OpenProfile nurse{folder, "Morel", centre, v1::ROLE_NURSE, schema};
    OpenProfile aide{folder, "Benali", centre, v1::ROLE_AIDE, schema};
};

}  // namespace

TEST_F(Attachments, StandInTheTimelineWithTheirPictureAndWhereTheirFileIs)
{
    const RecordId person = writePerson();
    attachTo(person);
    PersonViewModel page(nurse.workplace(), person);
    EXPECT_EQ(page.timeline()->value(0, "title").toString(), "Le talon, ce matin");
    EXPECT_EQ(page.timeline()->value(0, "stateText").toString(), "Sur ce téléphone");

    nurse.synchronise();
    Q_EMIT nurse.workplace().contactChanged();

    const QString state = page.timeline()->value(0, "stateText").toString();
    EXPECT_TRUE(state.startsWith("Fichier reçu par le centre à")) << state.toStdString();
    const QString picture = page.timeline()->value(0, "picture").toString();
    EXPECT_TRUE(picture.startsWith("data:image/jpeg;base64,"));
    page.openEntry(0);
    EXPECT_GT(page.picture().size(), 100'000);
    EXPECT_EQ(page.pictureCaption(), "Le talon, ce matin");
    page.closePicture();
    EXPECT_EQ(page.picture(), "");
}

TEST_F(Attachments, SayCalmlyThatTheyWaitWhileTheCentreHasNoRoom)
{
    const RecordId person = writePerson();
    attachTo(person);
    ASSERT_TRUE(centre.ledger().setFilesLimit(50'000));
    PersonViewModel page(nurse.workplace(), person);
    const auto state = [&] { return page.timeline()->value(0, "stateText").toString(); };

    nurse.synchronise();
    Q_EMIT nurse.workplace().contactChanged();
    EXPECT_EQ(state(), "Plus de place au centre\u00a0: le fichier attend sur ce téléphone");
    EXPECT_NE(page.timeline()->value(0, "picture").toString(), "") << "its small picture went";

    ASSERT_TRUE(centre.ledger().setFilesLimit(1'000'000));
    nurse.synchronise();
    Q_EMIT nurse.workplace().contactChanged();
    EXPECT_TRUE(state().startsWith("Fichier reçu par le centre à")) << state().toStdString();
}

TEST_F(Attachments, AreFetchedByATouchAndThenShown)
{
    const RecordId person = writePerson();
    attachTo(person);
    nurse.synchronise();
    aide.synchronise();
    PersonViewModel page(aide.workplace(), person);
    EXPECT_EQ(page.timeline()->value(0, "stateText").toString(),
              "Pas encore sur ce téléphone\u00a0: toucher pour chercher");
    EXPECT_NE(page.timeline()->value(0, "picture").toString(), "");

    page.openEntry(0);
    EXPECT_EQ(page.picture(), "");
    aide.synchronise();
    Q_EMIT aide.workplace().contactChanged();

    EXPECT_GT(page.picture().size(), 100'000);
    EXPECT_EQ(page.timeline()->value(0, "stateText").toString(),
              "Fichier sur ce téléphone et au centre");
}

}  // namespace liaison::test
