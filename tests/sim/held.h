// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <set>

#include "shared/ledger/device_ledger.h"
#include "tests/sim/book.h"

namespace liaison::sim {

/// What a phone was seen to hold: nothing of it may go away, and what it shows has to follow from
/// it.
class Held {
public:
    Held(Run& run, Book& book, std::string name) : run_(run), book_(book), name_(std::move(name)) {}

    /// The phone writes under this number from now on.
    void begin(DeviceNumber number) { numbers_.push_back(number); }
    /// Its person was told that a save is kept.
    void saved(const Dot& dot) { own_.insert(dot); }
    /// The numbers it wrote under, the present one last.
    const std::vector<DeviceNumber>& numbers() const { return numbers_; }
    /// The saves of this phone, and of the one it is a copy of up to then.
    const std::set<Dot>& own() const { return own_; }
    /// The phone was told the centre's word on n of its present number.
    void answered(std::uint64_t n, const Word& word);
    /// Holds what another one did when this phone became a copy of it, or an older one.
    void becomeCopyOf(const Held& other);
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
    using Verdicts = std::map<Dot, std::optional<Word>>;

    void lookAtDrafts(DeviceLedger& ledger);
    bool mayGo(const Dot& dot, v1::Role role) const;
    void compareWithBefore(const Verdicts& now, v1::Role role);
    void compareWithPromises(const Verdicts& now);

    Run& run_;
    Book& book_;
    std::string name_;
    std::vector<DeviceNumber> numbers_;
    std::set<Dot> own_;
    Verdicts before_;
    std::map<std::string, Draft> drafts_;
};

}  // namespace liaison::sim
