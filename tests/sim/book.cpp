// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sim/book.h"

#include <google/protobuf/unknown_field_set.h>

#include "tests/support/field_bytes.h"

namespace liaison::sim {

namespace {

using google::protobuf::UnknownFieldSet;

Dot dotIn(const v1::Dot& message)
{
    return {{message.device()}, message.n(), message.hash()};
}

std::set<Dot> dotsIn(const google::protobuf::RepeatedPtrField<v1::Dot>& messages)
{
    std::set<Dot> dots;
    for (const v1::Dot& message : messages) {
        dots.insert(dotIn(message));
    }
    return dots;
}

ReferenceChange read(const Dot& dot, const v1::Change& change)
{
    ReferenceChange read{dot, change.kind(), {}, {}};
    UnknownFieldSet fields;
    ensure(fields.ParseFromString(change.patch()), "a patch that protobuf cannot read");
    for (int i = 0; i < fields.field_count(); ++i) {
        UnknownFieldSet alone;
        alone.AddField(fields.field(i));
        read.values[static_cast<std::uint32_t>(fields.field(i).number())] += bytesOf(alone);
    }
    for (const std::uint32_t number : change.cleared()) {
        read.values[number] = "";
    }
    for (const auto& [number, content] : read.values) {
        read.replaces[number] = dotsIn(change.replaces());
    }
    for (const v1::FieldReplaces& exception : change.exceptions()) {
        if (read.values.contains(exception.field())) {
            read.replaces[exception.field()] = dotsIn(exception.dots());
        }
    }
    return read;
}

}  // namespace

ChangesByRecord changesOf(const Dot& dot, const std::vector<v1::Change>& changes)
{
    ChangesByRecord byRecord;
    for (const v1::Change& change : changes) {
        byRecord.emplace(*RecordId::fromBytes(change.record()), read(dot, change));
    }
    return byRecord;
}

bool saySame(const ChangesByRecord& left, const ChangesByRecord& right)
{
    return std::equal(left.begin(), left.end(), right.begin(), right.end(),
                      [](const auto& one, const auto& other) {
                          return one.first == other.first && one.second.kind == other.second.kind &&
                                 one.second.values == other.second.values &&
                                 one.second.replaces == other.second.replaces;
                      });
}

const Promise& ReadEdits::of(const Edit& edit)
{
    auto& ofDot = read_[edit.dot()];
    for (const auto& [bytes, read] : ofDot) {
        if (bytes == edit.bytes()) return read;
    }
    const auto& changes = edit.message().changes();
    const std::vector<v1::Change> copied(changes.begin(), changes.end());
    return ofDot.emplace_back(edit.bytes(), Promise{edit.dot(), changesOf(edit.dot(), copied)})
        .second;
}

void Book::promise(const Dot& dot, const std::vector<v1::Change>& changes)
{
    const bool isNew = promises_.emplace(dot, Promise{dot, changesOf(dot, changes)}).second;
    if (!isNew) run_.violate("I3", "two saves under one name " + dot.text());
}

void Book::attempt(DeviceNumber author, std::uint64_t n, const std::vector<v1::Change>& changes)
{
    attempts_[{author, n}].push_back(changesOf({}, changes));
}

bool Book::adopt(const Dot& dot, const std::vector<v1::Change>& changes)
{
    if (promises_.contains(dot)) return true;
    const auto known = attempts_.find({dot.device, dot.n});
    if (known == attempts_.end()) return false;
    const ChangesByRecord found = changesOf({}, changes);
    const bool wasBegun =
        std::any_of(known->second.begin(), known->second.end(),
                    [&](const ChangesByRecord& begun) { return saySame(begun, found); });
    if (!wasBegun) return false;
    run_.count("saves kept without anybody being told");
    promise(dot, changes);
    return true;
}

void Book::answer(const Dot& dot, const Word& word)
{
    const auto found = promises_.find(dot);
    if (found == promises_.end()) {
        return run_.violate("I3", "a verdict on " + dot.text() + ", which nobody saved");
    }
    Promise& promise = found->second;
    const Word& before = promise.word;
    const bool isOther = before.isApplied != word.isApplied;
    // What waited was judged again: its last word stands at another place.
    const bool isMoved = before.sequence != 0 && before.sequence != word.sequence && !isOther &&
                         !before.mayPass;
    if (!promise.isAnswered) {
        run_.count(word.isApplied ? "saves applied" : "saves refused");
    } else if (before.isApplied && isOther) {
        run_.violate("I3", "what was applied is refused, " + dot.text());
    } else if (!isDisturbed_ && (!before.mayBecome(word.isApplied) || isMoved)) {
        run_.violate("I3",
                     "two verdicts on " + dot.text() + ": " + before.text() + ", " + word.text());
    } else if (isOther) {
        run_.count("refusals that passed");
    } else {
        run_.count("verdicts heard again");
    }
    promise.isAnswered = true;
    promise.word = word;
}

void Book::lose(const std::set<Dot>& saves)
{
    for (const Dot& dot : saves) {
        const auto found = promises_.find(dot);
        if (found == promises_.end()) continue;
        found->second.isGone = true;
        if (found->second.isAnswered && !hasGoneBack_) continue;
        found->second.isLost = true;
        run_.count("unsent saves gone with their phone", found->second.isAnswered ? 0 : 1);
    }
}

void Book::goBack()
{
    isDisturbed_ = true;
    hasGoneBack_ = true;
    for (auto& [dot, promise] : promises_) {
        promise.word.sequence = 0;
        promise.isLost = promise.isLost || promise.isGone;
    }
}

const Promise* Book::find(const Dot& dot) const
{
    const auto found = promises_.find(dot);
    return found == promises_.end() ? nullptr : &found->second;
}

}  // namespace liaison::sim
