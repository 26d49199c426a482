// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/program.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <thread>

#include "shared/base/bytes.h"
#include "tests/load/meter.h"

namespace liaison::bench {

namespace {

constexpr std::chrono::seconds kPatience{900};
constexpr std::chrono::seconds kStartWithin{30};
constexpr std::chrono::milliseconds kLookEvery{5};

std::string textOf(const std::filesystem::path& path)
{
    std::ifstream file(path, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

std::filesystem::path newFolder()
{
    const auto folder =
        std::filesystem::temp_directory_path() / ("liaison-bench-" + toHex(randomBytes(8)));
    std::filesystem::create_directories(folder);
    return folder;
}

}  // namespace

Program::Program(const std::vector<std::string>& command, const std::filesystem::path& output)
{
    std::vector<std::string> words = command;
    std::vector<char*> arguments;
    for (std::string& word : words) {
        arguments.push_back(word.data());
    }
    arguments.push_back(nullptr);
    posix_spawn_file_actions_t files;
    posix_spawn_file_actions_init(&files);
    posix_spawn_file_actions_addopen(&files, STDOUT_FILENO, output.c_str(),
                                     O_WRONLY | O_CREAT | O_TRUNC, 0600);
    posix_spawn_file_actions_addopen(&files, STDERR_FILENO, (output.string() + ".err").c_str(),
                                     O_WRONLY | O_CREAT | O_TRUNC, 0600);
    const int failed =
        ::posix_spawn(&pid_, arguments[0], &files, nullptr, arguments.data(), environ);
    posix_spawn_file_actions_destroy(&files);
    if (failed != 0) throw std::runtime_error("cannot start " + command.front());
}

Program::~Program()
{
    if (pid_ <= 0) return;
    ::kill(pid_, SIGKILL);
    ::waitpid(pid_, nullptr, 0);
}

bool Program::wait(std::chrono::seconds within)
{
    const auto deadline = std::chrono::steady_clock::now() + within;
    while (std::chrono::steady_clock::now() < deadline) {
        int status = 0;
        if (::waitpid(pid_, &status, WNOHANG) == pid_) {
            pid_ = -1;
            return WIFEXITED(status) && WEXITSTATUS(status) == 0;
        }
        std::this_thread::sleep_for(kLookEvery);
    }
    throw std::runtime_error("a program does not come to its end");
}

nlohmann::json answerOf(const std::vector<std::string>& command,
                        const std::filesystem::path& folder)
{
    const std::filesystem::path output = folder / "answer";
    Program program(command, output);
    if (!program.wait(kPatience)) throw std::runtime_error(textOf(output.string() + ".err"));
    return nlohmann::json::parse(textOf(output));
}

Side::Side(Kind kind, std::size_t connections) : kind_(kind), folder_(newFolder())
{
    const std::filesystem::path portFile = folder_ / "port";
    const std::string bin = LIAISON_BIN_DIR;
    std::filesystem::create_directory(folder_ / "data");
    std::filesystem::permissions(folder_ / "data", std::filesystem::perms::owner_all);
    std::vector<std::string> command = {bin + "/liaison-floor", "serve",
                                        (folder_ / "data").string(), portFile.string()};
    if (kind == Kind::product) {
        command = {bin + "/liaison-server",
                   "--data",
                   (folder_ / "data").string(),
                   "serve",
                   "--listen",
                   "127.0.0.1:0",
                   "--port-file",
                   portFile.string(),
                   "--connections",
                   std::to_string(connections)};
    }
    server_ = std::make_unique<Program>(command, folder_ / "server");
    const auto deadline = std::chrono::steady_clock::now() + kStartWithin;
    while (!textOf(portFile).ends_with('\n')) {
        if (std::chrono::steady_clock::now() > deadline) {
            throw std::runtime_error("no server: " + textOf(folder_ / "server.err"));
        }
        std::this_thread::sleep_for(kLookEvery);
    }
    port_ = textOf(portFile);
    port_.pop_back();
}

Side::~Side()
{
    if (kind_ == Kind::product) {
        ::kill(server_->pid(), SIGTERM);
        try {
            server_->wait(kStartWithin);
        } catch (const std::exception&) {
            // It is killed below.
        }
    }
    server_.reset();
    std::error_code ignored;
    std::filesystem::remove_all(folder_, ignored);
}

nlohmann::json Side::run(std::uint64_t seed, const std::vector<std::string>& task)
{
    const std::filesystem::path own = folder_ / ("phone" + std::to_string(++tasks_));
    std::filesystem::create_directory(own);
    const std::string bin = LIAISON_BIN_DIR;
    std::vector<std::string> command = {
        bin + (kind_ == Kind::product ? "/liaison-load" : "/liaison-floor"),
        "--data",
        (folder_ / "data").string(),
        "--port",
        port_,
        "--server-pid",
        std::to_string(server_->pid()),
        "--folder",
        own.string(),
        "--seed",
        std::to_string(seed)};
    command.insert(command.end(), task.begin(), task.end());
    return answerOf(command, folder_);
}

std::uint64_t Side::serverPeak() const
{
    return load::peakBytes(server_->pid());
}

}  // namespace liaison::bench
