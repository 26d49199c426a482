// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string>

#include "tests/e2e/process.h"

namespace liaison::e2e {

/// A centre's server, the real program, on a free port of this machine.
class Server {
public:
    /// Nothing runs and no centre exists yet. `environment` goes to `serve`.
    explicit Server(std::filesystem::path folder) : Server(folder, folder / "server") {}
    /// `folder` takes what it prints, `data` is its data folder.
    Server(std::filesystem::path folder, std::filesystem::path data)
        : folder_(std::move(folder)), data_(std::move(data))
    {
    }

    /// Makes the centre whose phones find it at `address`.
    void addCentre(const std::string& address);
    void start(const std::map<std::string, std::string>& environment = {});
    /// Asks it to stop (SIGTERM) and expects that it does so cleanly.
    void stop();
    void kill();
    /// SIGSTOP: it holds what it holds and does nothing until `goOn`.
    void pause();
    void goOn();
    /// From now on no file of the running server grows past so many bytes; none: no limit any more.
    void limitFiles(std::optional<std::uint64_t> bytes) { process_->limitFiles(bytes); }
    bool isRunning() { return process_ && process_->isRunning(); }
    std::uint16_t port() const { return port_; }
    const std::filesystem::path& data() const { return data_; }

    const std::string& supervisorCode() const { return supervisorCode_; }
    std::string invite(const std::string& role, const std::string& name,
                       const std::vector<std::string>& more = {}) const;
    /// Of what this role may see in the centre.
    std::string digest(const std::string& role) const;
    /// The devices of the centre, as `devices --json` lists them.
    nlohmann::json devices() const;
    /// Runs SQL on the stopped centre's own file.
    void changeStore(const std::string& sql) const;
    std::filesystem::path centreFile() const;
    /// An administration command, to its end: `--data` is put before it.
    Outcome command(const std::vector<std::string>& arguments) const;

private:
    Outcome succeed(const std::vector<std::string>& arguments) const;

    std::filesystem::path folder_;
    std::filesystem::path data_;
    std::optional<Process> process_;
    std::string supervisorCode_;
    std::uint16_t port_ = 0;
};

}  // namespace liaison::e2e
