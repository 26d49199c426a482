// SPDX-License-Identifier: GPL-3.0-or-later
#include <sqlite3.h>

#include "shared/base/error_code.h"
#include "tests/e2e/region.h"
#include "tests/e2e/small_disk.h"

namespace liaison::e2e {

namespace {

/// Makes a store look as if a later version of the program had written it.
void makeNewer(const std::filesystem::path& path)
{
    sqlite3* database = nullptr;
    ASSERT_EQ(sqlite3_open(path.c_str(), &database), SQLITE_OK);
    EXPECT_EQ(sqlite3_exec(database, "PRAGMA user_version = 9999", nullptr, nullptr, nullptr),
              SQLITE_OK);
    sqlite3_close(database);
}

void expectOneSentence(const Outcome& outcome, ErrorCode code)
{
    EXPECT_EQ(outcome.exitCode, static_cast<int>(code)) << outcome.err;
    EXPECT_EQ(std::count(outcome.err.begin(), outcome.err.end(), '\n'), 1) << outcome.err;
    EXPECT_EQ(outcome.out, "");
}

std::string longText()
{
    return std::string(19'000, 'x');
}

}  // namespace

class BadMachine : public Region {};

TEST_F(BadMachine, AProfileInUseIsRefusedWhileItsOtherProcessGoesOn)
{
    const Phone anne = joined("nurse", "Anne Morel");
    line.mend();
    line.set({.stopUpAfter = 400});
    Process syncing = anne.begin({"sync", "--wait", "80"});
    line.waitFor("a connection", [](const Traffic& so) { return so.isOpen && so.up > 0; });

    const Outcome second = anne.command({"status", "--json"});
    line.mend();

    expectOneSentence(second, ErrorCode::inUse);
    EXPECT_EQ(syncing.wait().exitCode, 0);
}

TEST_F(BadMachine, AWrongPinOpensNothing)
{
    const Phone anne = joined("nurse", "Anne Morel");

    const Outcome outcome = anne.command({"--pin", "000000", "status"});

    expectOneSentence(outcome, ErrorCode::wrongKey);
}

TEST_F(BadMachine, AProfileOfANewerProgramIsRefusedAndLeftAsItIs)
{
    const Phone anne = joined("nurse", "Anne Morel");
    anne.create("Person", somePerson());
    makeNewer(anne.profile() / "ledger.db");
    const std::string before = textOf(anne.profile() / "ledger.db");

    const Outcome outcome = anne.command({"status", "--json"});

    expectOneSentence(outcome, ErrorCode::newerSchema);
    EXPECT_EQ(textOf(anne.profile() / "ledger.db"), before);
}

TEST_F(BadMachine, ACentreOfANewerServerIsRefusedAndLeftAsItIs)
{
    server.stop();
    server.changeStore("PRAGMA user_version = 9999");
    const std::string before = textOf(server.centreFile());

    const Outcome outcome = server.command({"digest", "CRT Les Tilleuls", "--role", "nurse"});

    expectOneSentence(outcome, ErrorCode::newerSchema);
    EXPECT_EQ(textOf(server.centreFile()), before);
}

TEST_F(BadMachine, AServerRestoredFromBeforeItKnewAPhoneTellsItSo)
{
    server.stop();
    const std::filesystem::path backup = folder.path() / "backup";
    std::filesystem::copy(server.data(), backup, std::filesystem::copy_options::recursive);
    start();
    const Phone anne = joined("supervisor", "Responsable");
    anne.create("Person", somePerson());
    server.stop();
    std::filesystem::remove_all(server.data());
    std::filesystem::rename(backup, server.data());
    start();

    const Outcome outcome = anne.command({"sync"});

    expectOneSentence(outcome, ErrorCode::revoked);
    EXPECT_EQ(anne.status().at("waiting"), 1);
}

TEST_F(BadMachine, ASecondServerOnTheSameFolderIsRefusedAndTheFirstGoesOn)
{
    const Outcome second = server.command({"serve", "--listen", "127.0.0.1:0"});

    expectOneSentence(second, ErrorCode::inUse);
    EXPECT_EQ(joined("nurse", "Anne Morel").sync().at("waiting"), 0);
}

TEST_F(BadMachine, AServerOnAPortInUseIsRefused)
{
    const std::string listen = "127.0.0.1:" + std::to_string(server.port());
    TempFolder otherFolder;
    Server other(otherFolder.path());
    other.addCentre(listen);

    const Outcome outcome = other.command({"serve", "--listen", listen});

    expectOneSentence(outcome, ErrorCode::inUse);
}

TEST_F(BadMachine, AFullDiskOfAPhoneKeepsWhatWasSavedAndSaysSo)
{
    const SmallDisk disk("4m");
    if (!disk.isMounted()) GTEST_SKIP() << "a disk of its own needs root";
    const Phone anne(folder.path(), "anne", disk.path() / "profile");
    anne.join(server.invite("nurse", "Anne Morel"));
    const std::string person = anne.create("Person", somePerson());
    anne.sync();
    disk.fill();

    const json change = {{"kind", "Transmission"}, {"set", transmissionAbout(person, longText())}};
    const Outcome full = anne.command({"save"}, Phone::saveText(json::array({change})));
    disk.makeRoom();

    expectOneSentence(full, ErrorCode::diskFull);
    EXPECT_TRUE(anne.records("Transmission").empty());
    EXPECT_EQ(anne.shown(person, "family_name"), "Bonnet");
    EXPECT_EQ(anne.create("Transmission", transmissionAbout(person, longText())).size(), 36u);
    EXPECT_EQ(anne.sync().at("waiting"), 0);
}

TEST_F(BadMachine, AFullDiskOfTheServerAcknowledgesNothingAndLosesNothing)
{
    const SmallDisk disk("8m");
    if (!disk.isMounted()) GTEST_SKIP() << "a disk of its own needs root";
    Server small(disk.path());
    small.addCentre(line.address());
    small.start();
    line.leadTo(small.port());
    const Phone anne = phone("anne");
    anne.join(small.invite("nurse", "Anne Morel"));
    const std::string person = anne.create("Person", somePerson());
    anne.sync();
    for (int index = 0; index < 20; ++index) {
        anne.create("Transmission", transmissionAbout(person, longText()));
    }
    disk.fill();

    const Outcome full = anne.command({"sync"});
    const json meanwhile = anne.status();
    disk.makeRoom();
    anne.sync();

    EXPECT_NE(full.exitCode, 0);
    EXPECT_EQ(meanwhile.at("waiting"), 20);
    EXPECT_EQ(anne.status().at("waiting"), 0);
    EXPECT_EQ(anne.status().at("digest"), small.digest("nurse"));
}

}  // namespace liaison::e2e
