// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/e2e/server.h"

#include <sqlite3.h>

#include <csignal>
#include <stdexcept>

namespace liaison::e2e {

namespace {

constexpr const char* kProgram = LIAISON_BIN_DIR "/liaison-server";
constexpr const char* kCentre = "CRT Les Tilleuls";

}  // namespace

Outcome Server::command(const std::vector<std::string>& arguments) const
{
    Process::Start start{{kProgram, "--data", data().string()}, {}, {}, {}};
    start.command.insert(start.command.end(), arguments.begin(), arguments.end());
    return run(folder_, std::move(start));
}

Outcome Server::succeed(const std::vector<std::string>& arguments) const
{
    Outcome outcome = command(arguments);
    if (outcome.exitCode != 0) {
        throw std::runtime_error("liaison-server " + arguments.front() + ": " + outcome.err);
    }
    return outcome;
}

void Server::addCentre(const std::string& address)
{
    const Outcome made = succeed({"centre", "add", kCentre, "--address", address, "--json"});
    supervisorCode_ = nlohmann::json::parse(made.out).at("invite").get<std::string>();
}

void Server::start(const std::map<std::string, std::string>& environment)
{
    const std::filesystem::path portFile = folder_ / "port";
    std::filesystem::remove(portFile);
    process_.emplace(folder_,
                     Process::Start{{kProgram, "--data", data().string(), "serve", "--listen",
                                     "127.0.0.1:0", "--port-file", portFile.string()},
                                    environment,
                                    {},
                                    {}});
    waitUntil("the server to listen", [&] {
        if (!isRunning()) throw std::runtime_error("the server ended: " + process_->errorSoFar());
        return textOf(portFile).ends_with('\n');
    });
    port_ = static_cast<std::uint16_t>(std::stoi(textOf(portFile)));
}

void Server::stop()
{
    process_->signal(SIGTERM);
    const Outcome outcome = process_->wait();
    process_.reset();
    if (outcome.exitCode != 0) throw std::runtime_error("the server stopped badly: " + outcome.err);
}

void Server::kill()
{
    process_->kill();
    process_.reset();
}

void Server::pause()
{
    process_->signal(SIGSTOP);
}

void Server::goOn()
{
    process_->signal(SIGCONT);
}

std::string Server::invite(const std::string& role, const std::string& name,
                           const std::vector<std::string>& more) const
{
    std::vector<std::string> arguments = {"invite", kCentre, "--role", role,
                                          "--name", name,    "--json"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return nlohmann::json::parse(succeed(arguments).out).at("invite").get<std::string>();
}

std::string Server::digest(const std::string& role) const
{
    const std::string text = succeed({"digest", kCentre, "--role", role}).out;
    return text.substr(0, text.find_first_of(" \n"));
}

std::filesystem::path Server::centreFile() const
{
    for (const auto& entry : std::filesystem::directory_iterator(data() / "centres")) {
        // ID.files.db lies beside ID.db.
        const std::filesystem::path& file = entry.path();
        if (file.extension() == ".db" && !file.stem().has_extension()) return file;
    }
    throw std::runtime_error("the data folder holds no centre");
}

void Server::changeStore(const std::string& sql) const
{
    sqlite3* database = nullptr;
    const bool isDone = sqlite3_open(centreFile().c_str(), &database) == SQLITE_OK &&
                        sqlite3_exec(database, sql.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK;
    sqlite3_close(database);
    if (!isDone) throw std::runtime_error("could not run " + sql);
}

nlohmann::json Server::devices() const
{
    return nlohmann::json::parse(succeed({"devices", kCentre, "--json"}).out);
}

}  // namespace liaison::e2e
