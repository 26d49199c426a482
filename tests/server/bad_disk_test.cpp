// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <atomic>
#include <fstream>

#include "server/store/server_store.h"
#include "tests/server/outcome.h"
#include "tests/server/running_server.h"
#include "tests/support/file_size_limit.h"

namespace liaison::test {
namespace {

/// Runs SQL on a store of a folder that nobody serves.
void change(const std::filesystem::path& folder, const std::filesystem::path& file,
            const std::string& sql)
{
    std::ifstream stream(folder / "store.key", std::ios::binary);
    const std::string key((std::istreambuf_iterator<char>(stream)), {});
    Result<Database> store = Database::open(folder / file, *StoreKey::fromBytes(key));
    ASSERT_TRUE(store) << store.error().detail;
    ASSERT_TRUE(store->execute(sql));
}

constexpr const char* kRefuseRows =
    "CREATE TRIGGER full_invite BEFORE INSERT ON invite BEGIN SELECT RAISE(FAIL, 'no room'); END;"
    "CREATE TRIGGER full_centre BEFORE INSERT ON centre BEGIN SELECT RAISE(FAIL, 'no room'); END;";
constexpr const char* kTakeRows = "DROP TRIGGER full_invite; DROP TRIGGER full_centre;";

v1::AdminRequest inviteFor(const std::string& familyName)
{
    v1::AdminRequest request;
    request.mutable_make_invite()->set_centre("CRT Les Tilleuls");
    request.mutable_make_invite()->set_role(v1::ROLE_NURSE);
    request.mutable_make_invite()->mutable_member()->set_family_name(familyName);
    request.mutable_make_invite()->set_valid_minutes(15);
    return request;
}

v1::AdminRequest anotherCentre()
{
    v1::AdminRequest request;
    request.mutable_add_centre()->set_name("CRT Les Bouleaux");
    request.mutable_add_centre()->add_addresses("127.0.0.1:1");
    request.mutable_add_centre()->mutable_supervisor()->set_family_name("Responsable");
    request.mutable_add_centre()->set_valid_minutes(15);
    return request;
}

TEST(BadDisk, HandsOutTheInvitesThatServerDbCannotTake)
{
    RunningServer server;
    server.stop();
    change(server.folder(), "server.db", kRefuseRows);
    server.start();

    const v1::AdminAnswer first = server.ask(inviteFor("Kerouac"));
    const v1::AdminAnswer second = server.ask(inviteFor("Morel"));
    const v1::AdminAnswer centre = server.ask(anotherCentre());

    ASSERT_TRUE(first.has_invite_made()) << first.failure().detail();
    ASSERT_TRUE(second.has_invite_made());
    ASSERT_TRUE(centre.has_invite_made()) << centre.failure().detail();
    EXPECT_EQ(server.logged("server.db was not written"), 4U);
    WirePhone kerouac(server, *Invite::parse(first.invite_made().code()));
    kerouac.connect();
    kerouac.settle();

    server.stop();
    server.start();
    WirePhone morel(server, *Invite::parse(second.invite_made().code()));
    morel.connect();
    morel.settle();
    server.stop();
    change(server.folder(), "server.db", kTakeRows);
    server.start();
    WirePhone desk(server, *Invite::parse(centre.invite_made().code()));
    desk.connect();
    desk.settle();
    EXPECT_EQ(morel.ledger().standing().role, v1::ROLE_NURSE);
    EXPECT_EQ(desk.ledger().standing().role, v1::ROLE_SUPERVISOR);
    EXPECT_EQ(server.logged("server.db now says"), 1U);
}

TEST(BadDisk, HandsOutTheInviteOfACommandAloneToo)
{
    RunningServer server;
    server.stop();
    change(server.folder(), "server.db", kRefuseRows);

    const Outcome made = run({"--data", server.folder(), "invite", "CRT Les Tilleuls", "--role",
                              "nurse", "--name", "Zoé Kerouac", "--json"});

    ASSERT_EQ(made.exitCode, 0) << made.err;
    EXPECT_NE(made.err.find("server.db was not written"), std::string::npos) << made.err;
    change(server.folder(), "server.db", kTakeRows);
    server.start();
    WirePhone kerouac(server, *Invite::parse(made.json().at("invite").get<std::string>()));
    kerouac.connect();
    kerouac.settle();
    EXPECT_EQ(kerouac.ledger().standing().role, v1::ROLE_NURSE);
}

TEST(BadDisk, TellsAPhoneToComeBackAndTheLogWhy)
{
    const auto busy = static_cast<std::uint32_t>(ErrorCode::busy);
    RunningServer server;
    WirePhone phone(server, server.supervisorInvite());
    const Invite invite = server.invite(v1::ROLE_NURSE, "Kerouac");
    const DeviceKey key = *DeviceKey::make();
    const v1::FromDevice hello = phone.hello();
    v1::FromCentre joined;
    {
        TlsClient line(server.port(), {.key = &phone.key()});
        const FileSizeLimit full(1);
        line.send(hello);
        EXPECT_EQ(line.farewell(), busy);
        joined = joinOver(server.port(), key, invite);
    }

    EXPECT_EQ(joined.bye().code(), busy);
    EXPECT_EQ(joined.bye().detail(), "the centre cannot go on");
    EXPECT_TRUE(joinOver(server.port(), key, invite).has_joined());
    phone.connect();
    phone.settle();
    phone.disconnect();
    server.stop();
    EXPECT_EQ(server.logged("left: diskFull"), 1U);
    EXPECT_EQ(server.logged("join refused: diskFull"), 1U);
}

TEST(BadDisk, GoesOnWhereAnInterruptedFirstStartLeftOff)
{
    TempFolder files;
    const std::string folder = files.file("data");
    const std::vector<std::string> add = {"--data", folder,      "centre", "add",
                                          "CRT",    "--address", "a:1",    "--json"};
    std::filesystem::create_directories(folder + "/centres");
    std::ofstream(folder + "/lock");
    std::ofstream(folder + "/store.key") << std::string(32, 'k');

    const Outcome made = run(add);

    EXPECT_EQ(made.exitCode, 0) << made.err;
    EXPECT_EQ(run({"--data", folder, "centre", "list", "--json"}).json().size(), 1U);
}

TEST(BadDisk, RefusesCentresWhoseServerKeyIsGone)
{
    TempFolder files;
    const std::string folder = files.file("data");
    ASSERT_EQ(run({"--data", folder, "centre", "add", "CRT", "--address", "a:1"}).exitCode, 0);
    std::filesystem::remove(folder + "/server.key");

    EXPECT_EQ(run({"--data", folder, "centre", "list"}).exitCode, code(ErrorCode::damaged));
    EXPECT_EQ(run({"--data", folder, "serve", "--listen", "127.0.0.1:0"}).exitCode,
              code(ErrorCode::damaged));
    EXPECT_FALSE(std::filesystem::exists(folder + "/server.key"));
}

TEST(BadDisk, RebuildsADamagedServerDbAndKeepsItBeside)
{
    RunningServer server;
    WirePhone phone(server, server.supervisorInvite());
    const Invite invite = server.invite(v1::ROLE_NURSE, "Kerouac");
    server.stop();
    const std::string damage(4096, 'x');
    std::fstream(server.folder() / "server.db", std::ios::in | std::ios::out | std::ios::binary)
        << damage;

    server.start();

    phone.connect();
    phone.settle();
    WirePhone nurse(server, invite);
    EXPECT_EQ(server.logged("server.db was damaged"), 1U);
    std::ifstream kept(server.folder() / "server.db.damaged", std::ios::binary);
    const std::string bytes((std::istreambuf_iterator<char>(kept)), {});
    EXPECT_TRUE(bytes.starts_with(damage));
    server.stop();
    server.start();
    EXPECT_EQ(server.logged("server.db was damaged"), 1U);
}

TEST(BadDisk, HoldsNoHandshakeUpWhileServerDbIsWritten)
{
    RunningServer server;
    WirePhone phone(server, server.supervisorInvite());
    server.stop();
    change(server.folder(), "server.db",
           "CREATE TRIGGER slow BEFORE INSERT ON invite BEGIN"
           " SELECT count(*) FROM (WITH RECURSIVE number(n) AS"
           " (SELECT 1 UNION ALL SELECT n + 1 FROM number LIMIT 3000000) SELECT n FROM number);"
           " END");
    const Result<ServerFolder> folder =
        ServerFolder::take(server.folder(), ServerFolder::WhenMissing::refuse);
    ASSERT_TRUE(folder);
    spdlog::logger silent("test");
    const auto store = ServerStore::open(*folder, silent);
    ASSERT_TRUE(store);
    std::atomic<bool> isWritten = false;

    std::thread writing([&] {
        const auto centre = (*store)->centre("CRT Les Tilleuls");
        EXPECT_TRUE((*store)->addInvite("an invite", *centre));
        isWritten = true;
    });
    while (!(*store)->centreOfInvite("an invite"))
        std::this_thread::yield();
    const auto key = (*store)->keyOf(phone.key().pin());
    const bool wasWritten = isWritten;
    writing.join();

    EXPECT_TRUE(key);
    EXPECT_FALSE(wasWritten);
}

}  // namespace
}  // namespace liaison::test
