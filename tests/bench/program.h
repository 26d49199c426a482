// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <sys/types.h>

#include <chrono>
#include <filesystem>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace liaison::bench {

/// A program of this build that runs beside this one; ended when the object goes.
class Program {
public:
    /// Starts it; what it prints goes into `output`. Throws when it cannot be started.
    Program(const std::vector<std::string>& command, const std::filesystem::path& output);
    Program(const Program&) = delete;
    Program& operator=(const Program&) = delete;
    ~Program();

    pid_t pid() const { return pid_; }
    /// Waits for its end; true when it ended well. Throws when that takes longer.
    bool wait(std::chrono::seconds within);

private:
    pid_t pid_ = -1;
};

/// Runs a program to its end and reads the JSON it prints. Throws with what it said when it fails.
nlohmann::json answerOf(const std::vector<std::string>& command,
                        const std::filesystem::path& folder);

/// A server of one of the two kinds, with the folder it works in, and the phones that call it.
class Side {
public:
    enum class Kind { product, floor };

    /// Starts the server in a new folder and waits until it listens. Throws when it does not.
    Side(Kind kind, std::size_t connections);
    Side(const Side&) = delete;
    Side& operator=(const Side&) = delete;
    ~Side();

    /// Lets a task of `liaison-load` or `liaison-floor` run to its end.
    nlohmann::json run(std::uint64_t seed, const std::vector<std::string>& task);
    /// The highest resident memory of the server since it was started, in bytes.
    std::uint64_t serverPeak() const;

private:
    Kind kind_;
    std::filesystem::path folder_;
    std::unique_ptr<Program> server_;
    std::string port_;
    int tasks_ = 0;
};

}  // namespace liaison::bench
