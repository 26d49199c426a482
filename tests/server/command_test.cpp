// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <fstream>

#include "shared/sqlite/database.h"
#include "tests/server/outcome.h"
#include "tests/server/running_server.h"

namespace liaison::test {
namespace {

using Json = nlohmann::json;

/// A data folder with one centre and no server.
class CommandAlone : public testing::Test {
protected:
    CommandAlone()
    {
        made_ = on({"centre", "add", "CRT Les Tilleuls", "--address", "127.0.0.1:7443", "--json"});
    }

    Outcome on(std::vector<std::string> words) const
    {
        words.insert(words.begin(), {"--data", folder()});
        return run(std::move(words));
    }

    std::string folder() const { return files_.file("data"); }

    TempFolder files_;
    Outcome made_;
};

TEST_F(CommandAlone, MakesACentreAndItsFirstInvitation)
{
    ASSERT_EQ(made_.exitCode, 0) << made_.err;
    const Json made = made_.json();
    const Result<Invite> invite = Invite::parse(made.at("invite").get<std::string>());

    ASSERT_TRUE(invite);
    EXPECT_EQ(invite->centreName, "CRT Les Tilleuls");
    EXPECT_EQ(invite->role, v1::ROLE_SUPERVISOR);
    EXPECT_EQ(invite->memberName, "Responsable");
    EXPECT_EQ(invite->addresses, std::vector<std::string>{"127.0.0.1:7443"});
    const Json centres = on({"centre", "list", "--json"}).json();
    ASSERT_EQ(centres.size(), 1U);
    EXPECT_EQ(centres[0].at("centre"), made.at("centre"));
}

TEST_F(CommandAlone, FindsACentreByNameAndById)
{
    const std::string id = made_.json().at("centre");

    const Outcome byName = on({"digest", "CRT Les Tilleuls", "--role", "nurse"});
    const Outcome byId = on({"digest", id, "--role", "nurse"});

    EXPECT_EQ(byName.exitCode, 0);
    EXPECT_EQ(byName.out.size(), 17U);
    EXPECT_EQ(byId.out, byName.out);
}

TEST_F(CommandAlone, SaysInOneLineWhatIsWrong)
{
    const auto expect = [this](std::vector<std::string> words, ErrorCode expected) {
        const Outcome outcome = on(std::move(words));
        EXPECT_EQ(outcome.exitCode, code(expected)) << outcome.err;
        EXPECT_EQ(outcome.out, "");
        EXPECT_EQ(std::count(outcome.err.begin(), outcome.err.end(), '\n'), 1);
        EXPECT_EQ(outcome.err.find("liaison-server: " + std::string(name(expected))), 0U);
    };

    expect({"devices", "CRT Les Bouleaux"}, ErrorCode::notFound);
    expect({"centre", "add", "CRT Les Tilleuls", "--address", "a:1"}, ErrorCode::alreadyThere);
    expect({"centre", "add", "CRT", "--address", "nowhere"}, ErrorCode::outOfRange);
    expect({"centre", "add", "", "--address", "a:1"}, ErrorCode::outOfRange);
    expect({"invite", "CRT Les Tilleuls", "--role", "queen", "--name", "A B"}, ErrorCode::usage);
    expect({"invite", "CRT Les Tilleuls", "--role", "nurse", "--name", "A B", "--valid", "0"},
           ErrorCode::outOfRange);
    expect({"dance"}, ErrorCode::usage);
    expect({}, ErrorCode::usage);
    expect({"serve", "--listen", "nowhere"}, ErrorCode::usage);
}

TEST_F(CommandAlone, RefusesANameOrAnAddressThatNoInvitationCarriesAndWritesNothing)
{
    const auto digest = [this] {
        return on({"digest", "CRT Les Tilleuls", "--role", "supervisor"}).out;
    };
    const std::string before = digest();
    const std::string line = on({"centre", "list"}).out;
    const auto expectRefused = [this](std::vector<std::string> words) {
        testing::internal::CaptureStderr();
        const Outcome outcome = on(std::move(words));
        EXPECT_EQ(testing::internal::GetCapturedStderr(), "");
        EXPECT_EQ(outcome.exitCode, code(ErrorCode::outOfRange)) << outcome.err;
        EXPECT_EQ(outcome.out, "");
    };
    const auto expectNoName = [&](const std::string& name) {
        expectRefused({"invite", "CRT Les Tilleuls", "--role", "aide", "--name", name});
        expectRefused({"centre", "add", "CRT", "--address", "a:1", "--supervisor", name});
    };

    expectNoName("L\xc3 Petit");
    expectNoName("L\x01 Petit");
    expectNoName(
        "L\xc3\xa9"
        "a Pe\x7ftit");
    expectNoName(" ");
    expectNoName(std::string(201, 'g') + " Petit");
    expectNoName(std::string(200, 'g') + " " + std::string(200, 'f'));
    for (const std::string address :
         {"a[b:1", "a/b:1", "a:0", "a:65536", "a:+1", ":1", "[]:1", "a b:1", "2001:db8::1:7443"}) {
        expectRefused({"centre", "address", "CRT Les Tilleuls", address});
        expectRefused({"centre", "add", "CRT", "--address", address});
    }
    expectRefused({"centre", "address", "CRT Les Tilleuls", std::string(262, 'a') + ":1"});
    expectRefused({"devices", "\xff"});
    const Outcome longName = on(
        {"invite", "CRT Les Tilleuls", "--role", "aide", "--name", "Zoé " + std::string(101, 'f')});
    EXPECT_EQ(longName.exitCode, code(ErrorCode::tooLarge)) << longName.err;

    EXPECT_EQ(digest(), before);
    EXPECT_EQ(on({"centre", "list"}).out, line);
    EXPECT_EQ(on({"invite", "CRT Les Tilleuls", "--role", "aide", "--name", "A B"}).exitCode, 0);
}

TEST_F(CommandAlone, LeavesNoFolderBehindWhenTheFirstCommandIsRefused)
{
    const std::string folder = files_.file("elsewhere");
    const auto expectRefused = [&](std::vector<std::string> words) {
        words.insert(words.begin(), {"--data", folder, "centre", "add"});
        const Outcome outcome = run(std::move(words));
        EXPECT_EQ(outcome.exitCode, code(ErrorCode::outOfRange)) << outcome.err;
        EXPECT_FALSE(std::filesystem::exists(folder));
    };

    expectRefused({"", "--address", "a:1"});
    expectRefused({"CRT", "--address", "nowhere"});
    expectRefused({"CRT", "--address", "a:1", "--valid", "0"});
    expectRefused({"CRT", "--address", "a:1", "--supervisor", "\x01"});
}

TEST_F(CommandAlone, LeavesOutSpacesAroundAName)
{
    const auto nameOf = [this](const std::string& name) -> std::string {
        return on({"invite", "CRT Les Tilleuls", "--role", "aide", "--name", name, "--json"})
            .json()
            .at("member_name");
    };

    EXPECT_EQ(nameOf("Petit "), "Petit");
    EXPECT_EQ(nameOf("  Léa   Petit Jean  "), "Léa Petit Jean");
}

TEST_F(CommandAlone, NamesThePathThatTheSystemRefuses)
{
    const std::string portFile = files_.file("missing") + "/port";
    const auto expectPath = [](const Outcome& outcome, const std::string& path) {
        EXPECT_EQ(outcome.exitCode, code(ErrorCode::io)) << outcome.err;
        EXPECT_NE(outcome.err.find(path), std::string::npos) << outcome.err;
    };

    expectPath(on({"serve", "--listen", "127.0.0.1:0", "--port-file", portFile}), portFile);
    for (const std::string folder : {"/proc/nothing/here", "/dev/null/here"}) {
        expectPath(run({"--data", folder, "serve", "--listen", "127.0.0.1:0"}),
                   folder.substr(0, 9));
        expectPath(run({"--data", folder, "centre", "add", "CRT", "--address", "a:1"}), folder);
    }
    EXPECT_EQ(run({"--data", "", "centre", "list"}).exitCode, code(ErrorCode::usage));
}

TEST_F(CommandAlone, MakesNoServerFolderByMistake)
{
    const std::string elsewhere = files_.file("elsewhere");

    const Outcome outcome = run({"--data", elsewhere, "centre", "list"});

    EXPECT_EQ(outcome.exitCode, code(ErrorCode::notFound));
    EXPECT_FALSE(std::filesystem::exists(elsewhere));
}

TEST_F(CommandAlone, ChangesTheAddressesThatInvitationsCarry)
{
    const Outcome changed =
        on({"centre", "address", "CRT Les Tilleuls", "crt.example.fr:7443", "[2001:db8::1]:7443"});
    ASSERT_EQ(changed.exitCode, 0) << changed.err;

    const Json made =
        on({"invite", "CRT Les Tilleuls", "--role", "aide", "--name", "Léa Petit", "--json"})
            .json();

    const std::vector<std::string> expected = {"crt.example.fr:7443", "[2001:db8::1]:7443"};
    EXPECT_EQ(Invite::parse(made.at("invite").get<std::string>())->addresses, expected);
    EXPECT_EQ(made.at("member_name"), "Léa Petit");
}

TEST_F(CommandAlone, TellsAndChangesWhatTheFilesOfACentreMayTake)
{
    const Json before = on({"status", "CRT Les Tilleuls", "--json"}).json();
    EXPECT_EQ(before.at("files"), Json::parse(R"({"count": 0, "incomplete": 0, "bytes": 0,
                                                  "limit": 21474836480})"));
    EXPECT_GT(before.at("head"), 0);
    EXPECT_EQ(before.at("devices"), 0);

    const Outcome changed = on({"centre", "limit", "CRT Les Tilleuls", "500MB", "--json"});

    ASSERT_EQ(changed.exitCode, 0) << changed.err;
    EXPECT_EQ(changed.json().at("files").at("limit"), 500'000'000);
    EXPECT_EQ(on({"status", "CRT Les Tilleuls", "--json"}).out, changed.out);
    const std::string text = on({"status", "CRT Les Tilleuls"}).out;
    EXPECT_NE(text.find("\nfiles: 0, 0 bytes of 476.8 MiB\n"), std::string::npos) << text;
    EXPECT_EQ(on({"centre", "limit", "CRT Les Tilleuls", "0"}).exitCode, 0);
    for (const std::string size : {"many", "20 parsecs", "1.5GB"}) {
        const Outcome refused = on({"centre", "limit", "CRT Les Tilleuls", size});
        EXPECT_EQ(refused.exitCode, code(ErrorCode::usage)) << size;
    }
    for (const std::string size : {"1025TiB", "99999999999999999999", "-1"}) {
        const Outcome refused = on({"centre", "limit", "CRT Les Tilleuls", size});
        EXPECT_EQ(refused.exitCode, code(ErrorCode::outOfRange)) << size;
    }
    EXPECT_EQ(on({"centre", "limit", "nowhere", "1GB"}).exitCode, code(ErrorCode::notFound));
}

TEST_F(CommandAlone, ReadsAConfigurationFile)
{
    std::ofstream(files_.file("server.ini"))
        << "data=" << folder() << "\n[serve]\nlisten=\"x:1\"\n";

    const Outcome listed = run({"--config", files_.file("server.ini"), "centre", "list", "--json"});
    const Outcome served = run({"--config", files_.file("server.ini"), "serve"});

    EXPECT_EQ(listed.json().size(), 1U) << listed.err;
    EXPECT_EQ(served.exitCode, code(ErrorCode::usage));
    EXPECT_NE(served.err.find("x:1"), std::string::npos) << served.err;
}

TEST_F(CommandAlone, TellsHelpWithItsExitCodes)
{
    const Outcome help = run({"--help"});

    EXPECT_EQ(help.exitCode, 0);
    EXPECT_NE(help.out.find("41  inUse"), std::string::npos);
    EXPECT_NE(help.out.find("\n   1  malformed"), std::string::npos);
    EXPECT_NE(help.out.find("\n  70  a fault of the program"), std::string::npos);
    EXPECT_EQ(errorCodeFrom(70), ErrorCode::malformed) << "70 belongs to no code";
}

TEST_F(CommandAlone, RefusesAFolderWhoseKeyIsGone)
{
    std::filesystem::remove(files_.path() / "data" / "store.key");

    const Outcome outcome = on({"centre", "list"});

    EXPECT_EQ(outcome.exitCode, code(ErrorCode::damaged)) << outcome.err;
    EXPECT_FALSE(std::filesystem::exists(files_.path() / "data" / "store.key"));
}

TEST_F(CommandAlone, RefusesALedgerOfANewerVersionAndLeavesItAsItIs)
{
    const std::string id = made_.json().at("centre");
    const std::string file = folder() + "/centres/" + id + ".db";
    std::ifstream keyFile(folder() + "/store.key", std::ios::binary);
    const std::string key((std::istreambuf_iterator<char>(keyFile)), {});
    {
        Result<Database> database = Database::open(file, *StoreKey::fromBytes(key));
        ASSERT_TRUE(database && database->execute("PRAGMA user_version=9999"));
    }
    const auto bytes = [&file] {
        std::ifstream stream(file, std::ios::binary);
        return std::string((std::istreambuf_iterator<char>(stream)), {});
    };
    const std::string before = bytes();

    const Outcome outcome = on({"serve", "--listen", "127.0.0.1:0"});

    EXPECT_EQ(outcome.exitCode, code(ErrorCode::newerSchema)) << outcome.err;
    EXPECT_EQ(bytes(), before);
}

TEST_F(CommandAlone, RebuildsServerDbFromTheCentres)
{
    const std::string digest = on({"digest", "CRT Les Tilleuls", "--role", "nurse"}).out;

    std::filesystem::remove(files_.path() / "data" / "server.db");

    EXPECT_EQ(on({"digest", "CRT Les Tilleuls", "--role", "nurse"}).out, digest);
}

TEST(CommandBesideAServer, GivesTheSameAnswerAsAlone)
{
    RunningServer server;
    WirePhone nurse(server, server.invite(v1::ROLE_NURSE, "Kerouac"));
    nurse.savePerson("Morel");
    nurse.connect();
    nurse.settle();
    nurse.disconnect();
    const std::string folder = server.folder();
    const std::vector<std::vector<std::string>> commands = {
        {"--data", folder, "centre", "list"},
        {"--data", folder, "devices", "CRT Les Tilleuls", "--json"},
        {"--data", folder, "devices", "CRT Les Tilleuls"},
        {"--data", folder, "digest", "CRT Les Tilleuls", "--role", "aide", "--json"},
        {"--data", folder, "digest", "nowhere", "--role", "aide"},
        {"--data", folder, "centre", "limit", "CRT Les Tilleuls", "3GiB", "--json"},
        {"--data", folder, "status", "CRT Les Tilleuls"},
    };

    std::vector<Outcome> beside;
    for (const auto& command : commands)
        beside.push_back(run(command));
    server.stop();

    for (std::size_t i = 0; i < commands.size(); ++i) {
        const Outcome alone = run(commands[i]);
        EXPECT_EQ(alone.exitCode, beside[i].exitCode);
        EXPECT_EQ(alone.out, beside[i].out);
        EXPECT_EQ(alone.err, beside[i].err);
    }
    EXPECT_NE(beside[1].out.find("Kerouac"), std::string::npos);
    EXPECT_NE(beside[6].out.find("devices: 1\n"), std::string::npos) << beside[6].out;
    EXPECT_NE(beside[6].out.find("of 3.0 GiB\n"), std::string::npos) << beside[6].out;
}

TEST(CommandBesideAServer, InvitesSomebodyWhoCanJoinAtOnce)
{
    RunningServer server;

    const Outcome made = run({"--data", server.folder(), "invite", "CRT Les Tilleuls", "--role",
                              "aide", "--name", "Léa Petit", "--json"});

    ASSERT_EQ(made.exitCode, 0) << made.err;
    WirePhone phone(server, *Invite::parse(made.json().at("invite").get<std::string>()));
    phone.connect();
    phone.settle();
    EXPECT_EQ(phone.ledger().standing().role, v1::ROLE_AIDE);
}

TEST(CommandBesideAServer, MakesACentreThatCanBeJoinedAtOnce)
{
    RunningServer server;

    const Outcome made = run({"--data", server.folder(), "centre", "add", "CRT Les Bouleaux",
                              "--address", "127.0.0.1:1", "--json"});

    ASSERT_EQ(made.exitCode, 0) << made.err;
    WirePhone phone(server, *Invite::parse(made.json().at("invite").get<std::string>()));
    phone.connect();
    phone.settle();
    EXPECT_EQ(phone.ledger().standing().role, v1::ROLE_SUPERVISOR);
}

TEST(CommandBesideAServer, RefusesASecondServerAndAPortInUse)
{
    RunningServer server;
    TempFolder files;
    const std::string port = "127.0.0.1:" + std::to_string(server.port());

    const Outcome sameFolder = run({"--data", server.folder(), "serve", "--listen", "127.0.0.1:0"});
    const Outcome samePort = run({"--data", files.file("other"), "serve", "--listen", port});

    EXPECT_EQ(sameFolder.exitCode, code(ErrorCode::inUse));
    EXPECT_NE(sameFolder.err.find(server.folder()), std::string::npos) << sameFolder.err;
    EXPECT_EQ(samePort.exitCode, code(ErrorCode::inUse));
    EXPECT_NE(samePort.err.find(port), std::string::npos) << samePort.err;
    EXPECT_FALSE(std::filesystem::exists(files.file("other")));
}

}  // namespace
}  // namespace liaison::test
