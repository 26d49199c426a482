// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <string>
#include <vector>

#include "tests/e2e/line.h"
#include "tests/e2e/phone.h"
#include "tests/e2e/server.h"
#include "tests/e2e/small_disk.h"
#include "tests/soak/notebook.h"

namespace liaison::soak {

using e2e::Phone;
using e2e::Process;

/// A centre with its server, three phones that all may write, four persons, and a line between them
/// that obeys. Where mounting is allowed the server and the phones have a disk of their own each,
/// which can be filled; elsewhere a limit of the size of files stands in for a full disk.
class Place {
public:
    using Clock = std::chrono::steady_clock;

    /// Founds all of it; everybody has joined and knows the persons.
    Place();

    void startServer();
    /// Fills or frees the disk of the server, or that of the phones.
    void fillServerDisk(bool isFull);
    void fillPhoneDisk(bool isFull);
    /// Lets every phone send and receive until nothing is left, all at once, and notes their
    /// receipts. Throws when one of them cannot.
    void drain(Notebook& notebook) const;
    /// Takes the outcome of a `sync`: a receipt when it says that nothing waits. False without one.
    static bool takeReceipt(const Phone& phone, const e2e::Outcome& outcome, Notebook& notebook);
    /// The digest of each phone and of the centre: one line that says which differ; empty when all
    /// are one.
    std::string disagreement() const;
    /// What each phone shows, held against the notebook.
    std::vector<Findings> compare(const Notebook& notebook) const;
    /// The last own n of a device that the server has committed.
    std::uint64_t committedN(const json& device) const;

    bool hasDisks() const { return serverDisk_.isMounted() && phoneDisk_.isMounted(); }

    e2e::Line line{0};

private:
    e2e::SmallDisk serverDisk_{"256m"};
    e2e::SmallDisk phoneDisk_{"256m"};
    TempFolder folder_;

public:
    e2e::Server server{folder_.path(), serverDisk_.path() / "server"};
    std::vector<Phone> phones;
    std::vector<std::string> persons;
};

}  // namespace liaison::soak
