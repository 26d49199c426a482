// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <list>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "liaison/v1/ledger.pb.h"
#include "shared/record/schema.h"
#include "tests/sim/run.h"
#include "tests/support/reference_merge.h"

namespace liaison::sim {

using ChangesByRecord = std::map<RecordId, ReferenceChange>;

/// The centre's word on a save, as its author heard it.
struct Word {
    bool isApplied = false;
    std::uint64_t sequence = 0;  ///< 0: not known any more
    bool mayPass = false;        ///< refused until something else comes

    std::string text() const
    {
        const char* what = isApplied ? "applied" : mayPass ? "waits" : "refused";
        return what + (" at " + std::to_string(sequence));
    }
    /// A word for ever is not followed by the other one.
    bool mayBecome(bool applied) const { return isApplied == applied || (mayPass && applied); }
};

/// A refusal with this code.
inline Word refusal(std::uint64_t sequence, ErrorCode code)
{
    return {false, sequence, code == ErrorCode::depends || code == ErrorCode::newer};
}

/// A save that somebody was told is kept, and what the centre told its author about it.
struct Promise {
    Dot dot;
    ChangesByRecord changes;
    bool isAnswered = false;  ///< the author has heard the centre's word
    Word word{};
    bool isGone = false;  ///< its phone is gone, or an older one again
    bool isLost = false;  ///< nobody needs to have it: gone before the centre had it for good
};

/// What the changes of a save say, read without production.
ChangesByRecord changesOf(const Dot& dot, const std::vector<v1::Change>& changes);

/// Whether both say the same of every record.
bool saySame(const ChangesByRecord& left, const ChangesByRecord& right);

/// What was read of edits, by their names and bytes, so that the checks read each of them once.
class ReadEdits {
public:
    /// What this edit, or this part of it, says; valid as long as this object.
    const Promise& of(const Edit& edit);

private:
    std::map<Dot, std::list<std::pair<std::string, Promise>>> read_;
};

/// What the people of one centre were promised, apart from all that production keeps.
class Book {
public:
    explicit Book(Run& run) : run_(run) {}

    /// A save was acknowledged to its author.
    void promise(const Dot& dot, const std::vector<v1::Change>& changes);
    /// A save was begun under this n; it may turn out to be kept although nobody was told.
    void attempt(DeviceNumber author, std::uint64_t n, const std::vector<v1::Change>& changes);
    /// An edit without promise under this author's number: true when it is one that was begun,
    /// which is a promise from now on.
    bool adopt(const Dot& dot, const std::vector<v1::Change>& changes);
    /// The author's phone was told the centre's word; it can have only one.
    void answer(const Dot& dot, const Word& word);
    /// The phone is gone; what only it had is lost.
    void lose(const std::set<Dot>& saves);
    /// The centre is an older one from now on: its log has other places for what it had answered.
    void goBack();
    /// A phone has become two, or an older one.
    void split() { isDisturbed_ = true; }
    /// Whether places in the log, and the order of each author in it, are no longer those of a log
    /// that only ever grew.
    bool isDisturbed() const { return isDisturbed_; }

    const std::map<Dot, Promise>& promises() const { return promises_; }
    const Promise* find(const Dot& dot) const;
    ReadEdits& edits() { return edits_; }

private:
    Run& run_;
    bool isDisturbed_ = false;
    ReadEdits edits_;
    bool hasGoneBack_ = false;
    std::map<Dot, Promise> promises_;
    std::map<std::pair<DeviceNumber, std::uint64_t>, std::vector<ChangesByRecord>> attempts_;
};

}  // namespace liaison::sim
