// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>

#include "shared/ledger/device_ledger.h"
#include "tests/sim/book.h"

namespace liaison::sim {

/// What a phone was seen to hold: nothing of it may go away, and what it shows has to follow from
/// it.
class Held {
public:
    Held(Run& run, Book& book, std::string name) : run_(run), book_(book), name_(std::move(name)) {}

    void begin(DeviceNumber number) { number_ = number; }
    /// Compares the ledger with what it held before (I1, I6, I8), and its records with what its
    /// edits add up to by the merge law (I5, I7).
    void look(DeviceLedger& ledger);
    /// A draft was put away, or the attempt failed and it may be the one or the other.
    void kept(const std::string& place, const std::string& bytes);
    void attempted(const std::string& place, const std::string& bytes);
    /// Whether these bytes are what was put away there; none: nothing.
    bool isKept(const std::string& place, const std::optional<std::string>& bytes) const;

private:
    struct Draft {
        std::string bytes;                  ///< none: no draft
        std::vector<std::string> attempts;  ///< may have been kept as well
    };
    using Verdicts = std::map<Dot, std::optional<bool>>;

    void lookAtDrafts(DeviceLedger& ledger);
    void compareWithBefore(const Verdicts& now);
    void compareWithPromises(const Verdicts& now);

    Run& run_;
    Book& book_;
    std::string name_;
    DeviceNumber number_{};
    Verdicts before_;
    std::map<std::string, Draft> drafts_;
};

}  // namespace liaison::sim
