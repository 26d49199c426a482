// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <atomic>

#include "tests/server/running_server.h"

namespace liaison::test {
namespace {

using std::chrono::steady_clock;

/// A client of the control socket that says only what a test makes it say.
class ControlLine {
public:
    explicit ControlLine(const RunningServer& server)
        : descriptor_(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0))
    {
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        const std::string path = server.folder() / "control";
        path.copy(address.sun_path, sizeof address.sun_path - 1);
        const auto* generic = reinterpret_cast<const sockaddr*>(&address);
        EXPECT_EQ(::connect(descriptor_, generic, sizeof address), 0);
    }
    ControlLine(const ControlLine&) = delete;
    ControlLine& operator=(const ControlLine&) = delete;
    ~ControlLine() { ::close(descriptor_); }

    void send(const std::string& bytes) const
    {
        ::send(descriptor_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    }

private:
    int descriptor_;
};

/// Far below what a silent client is allowed, far above what an answer takes.
constexpr std::chrono::seconds kPrompt{5};

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
    for (const std::string& bytes : {std::string(4, '\0'), std::string("\xff\xff\xff\xff"),
                                     frameWith(4, 0, "\xff\xff\xff"), std::string("x")}) {
        ControlLine(server).send(bytes);
    }

    v1::AdminRequest unknown;
    EXPECT_EQ(server.ask(unknown).failure().code(), static_cast<std::uint32_t>(ErrorCode::usage));
    EXPECT_EQ(server.digest(v1::ROLE_NURSE).size(), 16U);
}

TEST(ControlSocket, AnswersBesideAClientThatSaysNothing)
{
    RunningServer server;
    const ControlLine silent(server);
    const ControlLine cut(server);
    cut.send("x");

    const auto before = steady_clock::now();
    EXPECT_EQ(server.digest(v1::ROLE_NURSE).size(), 16U);

    EXPECT_LT(steady_clock::now() - before, kPrompt);
}

TEST(ControlSocket, DoesNotWaitForASilentClientWhenItStops)
{
    RunningServer server;
    const ControlLine silent(server);
    EXPECT_EQ(server.digest(v1::ROLE_NURSE).size(), 16U);

    const auto before = steady_clock::now();
    server.stop();

    EXPECT_LT(steady_clock::now() - before, kPrompt);
}

TEST(ControlSocket, AnswersManyAtOnce)
{
    RunningServer server;
    std::vector<std::unique_ptr<ControlLine>> silent;
    for (int i = 0; i < 20; ++i)
        silent.push_back(std::make_unique<ControlLine>(server));
    std::vector<std::thread> threads;
    std::atomic<int> answered = 0;
    for (int i = 0; i < 8; ++i) {
        threads.emplace_back([&server, &answered, i] {
            const Invite invite = server.invite(v1::ROLE_AIDE, "Petit " + std::to_string(i));
            if (invite.role == v1::ROLE_AIDE) ++answered;
        });
    }
    for (std::thread& thread : threads)
        thread.join();

    EXPECT_EQ(answered, 8);
}

}  // namespace
}  // namespace liaison::test
