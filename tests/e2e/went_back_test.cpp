// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/e2e/region.h"

namespace liaison::e2e {

class WentBack : public Region {
protected:
    std::filesystem::path copyOf(const std::filesystem::path& original)
    {
        const auto copy = original.string() + ".copy";
        std::filesystem::remove_all(copy);
        std::filesystem::copy(original, copy, std::filesystem::copy_options::recursive);
        return copy;
    }
};

TEST_F(WentBack, ACentreFromAnOldCopyOfItsFolderGetsBackWhatItsPhonesHold)
{
    const Phone nurse = joined("nurse", "Anne Morel");
    const Phone other = joined("nurse", "Paul Girard");
    const std::string person = nurse.create("Person", somePerson());
    nurse.sync();
    other.sync();
    server.stop();
    const auto backup = copyOf(server.data());
    start();
    nurse.set("Person", person, {{"phone", "01 23 45 67 89"}});
    const std::string note = other.create("Transmission", transmissionAbout(person, "Chute"));
    nurse.sync();
    other.sync();
    nurse.sync();

    server.stop();
    std::filesystem::remove_all(server.data());
    std::filesystem::rename(backup, server.data());
    start();
    nurse.sync();
    other.sync();
    nurse.sync();

    EXPECT_EQ(other.shown(person, "phone"), "01 23 45 67 89");
    EXPECT_EQ(nurse.shown(note, "data"), "Chute");
    expectAgreement(nurse, other, "nurse");
}

TEST_F(WentBack, ACopiedPhoneGoesOnUnderANumberOfItsOwn)
{
    const Phone nurse = joined("nurse", "Anne Morel");
    const std::string person = nurse.create("Person", somePerson());
    nurse.sync();
    const Phone copy(folder.path(), "copy", copyOf(nurse.profile()));
    nurse.set("Person", person, {{"phone", "01 23 45 67 89"}});
    copy.set("Person", person, {{"mobile_phone", "06 12 34 56 78"}});

    nurse.sync();
    copy.sync();
    nurse.sync();

    EXPECT_EQ(nurse.shown(person, "mobile_phone"), "06 12 34 56 78");
    EXPECT_EQ(copy.shown(person, "phone"), "01 23 45 67 89");
    EXPECT_NE(nurse.status().at("device"), copy.status().at("device"));
    expectAgreement(nurse, copy, "nurse");
    restart();
    copy.create("Transmission", transmissionAbout(person, "Encore là"));
    copy.sync();
    nurse.sync();
    expectAgreement(nurse, copy, "nurse");
}

}  // namespace liaison::e2e
