// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/soak/place.h"

#include <stdexcept>

namespace liaison::soak {

namespace {

/// Less than a store has from its first day: whatever grows is refused.
constexpr std::uint64_t kFullBytes = 16 * 1024;

}  // namespace

Place::Place()
{
    server.addCentre(line.address());
    startServer();
    for (const char* name : {"anne", "paul", "denise"}) {
        phones.emplace_back(folder_.path(), name, phoneDisk_.path() / name);
        phones.back().join(server.invite("nurse", name));
    }
    for (const char* name : {"Bonnet", "Faure", "Girard", "Morel"}) {
        persons.push_back(phones.front().create("Person", {{"family_name", name}}));
    }
    phones.front().sync();
    Notebook nothing;
    drain(nothing);
}

void Place::startServer()
{
    server.start();
    line.leadTo(server.port());
}

void Place::fillServerDisk(bool isFull)
{
    if (hasDisks() && isFull) serverDisk_.fill();
    if (hasDisks() && !isFull) serverDisk_.makeRoom();
    if (!hasDisks()) server.limitFiles(isFull ? std::optional(kFullBytes) : std::nullopt);
}

void Place::fillPhoneDisk(bool isFull)
{
    if (hasDisks() && isFull) phoneDisk_.fill();
    if (hasDisks() && !isFull) phoneDisk_.makeRoom();
    if (hasDisks()) return;
    for (Phone& phone : phones) {
        phone.limitFiles(isFull ? std::optional(kFullBytes) : std::nullopt);
    }
}

bool Place::takeReceipt(const Phone& phone, const e2e::Outcome& outcome, Notebook& notebook)
{
    if (outcome.exitCode != 0) return false;
    const json told = json::parse(outcome.out);
    const bool isEmpty = told.at("waiting") == 0;
    if (isEmpty) notebook.receipt(phone.name());
    return isEmpty;
}

void Place::drain(Notebook& notebook) const
{
    std::vector<Process> running;
    for (const Phone& phone : phones) {
        running.push_back(phone.begin({"sync", "--wait", "80"}));
    }
    std::string left;
    for (std::size_t index = 0; index < phones.size(); ++index) {
        const e2e::Outcome outcome = running[index].wait();
        if (takeReceipt(phones[index], outcome, notebook)) continue;
        left += phones[index].name() + " ended with " + std::to_string(outcome.exitCode) + ": " +
                outcome.out + outcome.err;
    }
    if (!left.empty()) throw std::runtime_error("a queue did not empty: " + left);
}

std::string Place::disagreement() const
{
    const std::string expected = server.digest("nurse");
    std::string text;
    for (const Phone& phone : phones) {
        const json status = phone.status();
        const bool isRight = status.at("digest") == expected && status.at("waiting") == 0 &&
                             status.at("refused") == 0;
        if (!isRight) text += phone.name() + " " + status.dump() + " ";
    }
    return text.empty() ? text : text + "but the centre has " + expected;
}

std::vector<Findings> Place::compare(const Notebook& notebook) const
{
    std::vector<Findings> all;
    for (const Phone& phone : phones) {
        std::vector<json> histories;
        for (const std::string& person : persons) {
            histories.push_back(phone.history(person));
        }
        all.push_back(notebook.compare(phone.name(), phone.records("Transmission"), histories));
    }
    return all;
}

std::uint64_t Place::committedN(const json& device) const
{
    for (const json& one : server.devices()) {
        if (one.at("number") == device) return one.at("last_n").get<std::uint64_t>();
    }
    return 0;
}

}  // namespace liaison::soak
