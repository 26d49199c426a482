// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "server/admin/command_line.h"
#include "shared/sqlite/database.h"
#include "tests/server/running_server.h"

namespace liaison::test {
namespace {

using Json = nlohmann::json;

/// What a command printed and ended with.
struct Outcome {
    int exitCode = 0;
    std::string out;
    std::string err;

    Json json() const { return Json::parse(out); }
};

Outcome run(std::vector<std::string> words)
{
    words.insert(words.begin(), "liaison-server");
    std::vector<const char*> arguments;
    for (const std::string& word : words)
        arguments.push_back(word.c_str());
    std::ostringstream out;
    std::ostringstream err;
    const int code = runCommandLine(static_cast<int>(arguments.size()), arguments.data(), out, err);
    return {code, out.str(), err.str()};
}

int code(ErrorCode code)
{
    return static_cast<int>(code);
}

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

TEST(ControlSocket, IsForItsOwnerAlone)
{
    RunningServer server;

    const auto socket = std::filesystem::status(server.folder() / "control").permissions();
    const auto folder = std::filesystem::status(server.folder()).permissions();

    using std::filesystem::perms;
    EXPECT_EQ(socket & (perms::group_all | perms::others_all), perms::none);
    EXPECT_EQ(folder & (perms::group_all | perms::others_all), perms::none);
}

TEST(ControlSocket, SurvivesWhatIsNotARequest)
{
    RunningServer server;
    const std::string path = server.folder() / "control";
    for (const std::string& bytes : {std::string(4, '\0'), std::string("\xff\xff\xff\xff"),
                                     frameWith(4, 0, "\xff\xff\xff"), std::string("x")}) {
        const int line = ::socket(AF_UNIX, SOCK_STREAM, 0);
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        path.copy(address.sun_path, sizeof address.sun_path - 1);
        ASSERT_EQ(::connect(line, reinterpret_cast<const sockaddr*>(&address), sizeof address), 0);
        ::send(line, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        ::close(line);
    }

    v1::AdminRequest unknown;
    EXPECT_EQ(server.ask(unknown).failure().code(), static_cast<std::uint32_t>(ErrorCode::usage));
    EXPECT_EQ(server.digest(v1::ROLE_NURSE).size(), 16U);
}

}  // namespace
}  // namespace liaison::test
