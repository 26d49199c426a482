// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <sys/types.h>

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace liaison::e2e {

/// Longer than anything here takes, even under a sanitizer on a busy machine: a test that waits for
/// it has failed.
constexpr std::chrono::seconds kPatience{90};

/// What a program did.
struct Outcome {
    int exitCode = 0;  ///< 128 + signal when a signal ended it
    std::string out;
    std::string err;
};

/// A running program whose output is kept. Killed and reaped when it goes.
class Process {
public:
    struct Start {
        std::vector<std::string> command;
        std::map<std::string, std::string> environment;  ///< beside that of the test
        std::string input;
        /// Where no file may grow past so many bytes, as on a disk that is full.
        std::optional<std::uint64_t> fileBytesMax;
    };

    /// `folder` takes what the program prints. Throws when it cannot be started.
    Process(const std::filesystem::path& folder, Start start);
    Process(Process&& other) noexcept;
    Process& operator=(Process&& other) noexcept;
    ~Process();

    /// Waits for its end; throws when that does not come within `kPatience`.
    Outcome wait();
    bool isRunning();
    void signal(int number);
    /// kill -9, and waits until it is gone.
    void kill();
    /// From now on no file that it writes grows past so many bytes; none: no limit any more.
    void limitFiles(std::optional<std::uint64_t> bytes);
    std::string errorSoFar() const;

private:
    bool reap(bool block);

    pid_t pid_ = -1;
    int status_ = 0;
    std::filesystem::path out_;
    std::filesystem::path err_;
};

/// Runs a program to its end.
Outcome run(const std::filesystem::path& folder, Process::Start start);

/// Looks every few milliseconds until `holds` says yes; throws with `what` after `kPatience`.
void waitUntil(const std::string& what, const std::function<bool()>& holds);

/// The text of a file; empty when there is none.
std::string textOf(const std::filesystem::path& path);

}  // namespace liaison::e2e
