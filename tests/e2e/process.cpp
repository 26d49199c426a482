// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/e2e/process.h"

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <csignal>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <thread>
#include <utility>

namespace liaison::e2e {

namespace {

std::filesystem::path freshName(const std::filesystem::path& folder, const std::string& end)
{
    static std::atomic<int> number = 0;
    return folder / ("process" + std::to_string(++number) + end);
}

void redirect(const std::filesystem::path& path, int flags, int target)
{
    const int descriptor = ::open(path.c_str(), flags | O_CLOEXEC, 0600);
    if (descriptor < 0 || ::dup2(descriptor, target) < 0) ::_exit(126);
}

/// Of the process with this number; 0 is the caller.
void limitFilesOf(pid_t process, std::optional<std::uint64_t> bytes)
{
    rlimit limit{};
    ::prlimit(process, RLIMIT_FSIZE, nullptr, &limit);
    limit.rlim_cur = bytes ? *bytes : limit.rlim_max;
    ::prlimit(process, RLIMIT_FSIZE, &limit, nullptr);
}

std::vector<std::string> environmentWith(const std::map<std::string, std::string>& more)
{
    std::vector<std::string> all;
    for (char** entry = environ; *entry; ++entry) {
        const std::string text = *entry;
        if (!more.contains(text.substr(0, text.find('=')))) all.push_back(text);
    }
    for (const auto& [name, value] : more) {
        all.push_back(name + "=" + value);
    }
    return all;
}

std::vector<char*> pointersTo(std::vector<std::string>& texts)
{
    std::vector<char*> pointers;
    for (std::string& text : texts) {
        pointers.push_back(text.data());
    }
    pointers.push_back(nullptr);
    return pointers;
}

}  // namespace

Process::Process(const std::filesystem::path& folder, Start start)
    : out_(freshName(folder, ".out")), err_(out_.string() + ".err")
{
    const std::filesystem::path input = out_.string() + ".in";
    std::ofstream(input) << start.input;
    std::vector<std::string> environment = environmentWith(start.environment);
    const std::vector<char*> arguments = pointersTo(start.command);
    const std::vector<char*> variables = pointersTo(environment);
    pid_ = ::fork();
    if (pid_ < 0) throw std::runtime_error("fork");
    if (pid_ == 0) {
        redirect(input, O_RDONLY, STDIN_FILENO);
        redirect(out_, O_WRONLY | O_CREAT | O_TRUNC, STDOUT_FILENO);
        redirect(err_, O_WRONLY | O_CREAT | O_TRUNC, STDERR_FILENO);
        // A file at its limit is then an error of the write, as a full disk is.
        ::signal(SIGXFSZ, SIG_IGN);
        if (start.fileBytesMax) limitFilesOf(0, start.fileBytesMax);
        ::execve(arguments[0], arguments.data(), variables.data());
        ::_exit(127);
    }
}

Process::Process(Process&& other) noexcept
    : pid_(std::exchange(other.pid_, -1)),
      status_(other.status_),
      out_(std::move(other.out_)),
      err_(std::move(other.err_))
{
}

Process& Process::operator=(Process&& other) noexcept
{
    std::swap(pid_, other.pid_);
    std::swap(status_, other.status_);
    std::swap(out_, other.out_);
    std::swap(err_, other.err_);
    return *this;
}

Process::~Process()
{
    if (pid_ > 0) kill();
}

bool Process::reap(bool block)
{
    if (pid_ <= 0) return true;
    const pid_t ended = ::waitpid(pid_, &status_, block ? 0 : WNOHANG);
    if (ended == pid_) pid_ = -1;
    return pid_ <= 0;
}

bool Process::isRunning()
{
    return !reap(false);
}

void Process::signal(int number)
{
    if (isRunning()) ::kill(pid_, number);
}

void Process::kill()
{
    signal(SIGKILL);
    reap(true);
}

void Process::limitFiles(std::optional<std::uint64_t> bytes)
{
    if (isRunning()) limitFilesOf(pid_, bytes);
}

std::string Process::errorSoFar() const
{
    return textOf(err_);
}

Outcome Process::wait()
{
    waitUntil("the end of a program; it said: " + errorSoFar(), [&] { return !isRunning(); });
    const int code = WIFEXITED(status_) ? WEXITSTATUS(status_) : 128 + WTERMSIG(status_);
    return {code, textOf(out_), textOf(err_)};
}

Outcome run(const std::filesystem::path& folder, Process::Start start)
{
    return Process(folder, std::move(start)).wait();
}

void waitUntil(const std::string& what, const std::function<bool()>& holds)
{
    const auto deadline = std::chrono::steady_clock::now() + kPatience;
    while (!holds()) {
        if (std::chrono::steady_clock::now() > deadline) {
            throw std::runtime_error("waited in vain for " + what);
        }
        std::this_thread::sleep_for(std::chrono::milliseconds(2));
    }
}

std::string textOf(const std::filesystem::path& path)
{
    std::ifstream file(path, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

}  // namespace liaison::e2e
