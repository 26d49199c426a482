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

void Book::answer(DeviceNumber author, std::uint64_t n, bool isApplied, std::uint64_t sequence)
{
    const auto found = promises_.lower_bound({author, n, 0});
    if (found == promises_.end() || found->first.device != author || found->first.n != n) {
        return run_.violate("I3", "a verdict on n " + std::to_string(n) + " of " + author.text() +
                                      ", which nobody saved");
    }
    Promise& promise = found->second;
    if (!promise.isAnswered) {
        run_.count(isApplied ? "saves applied" : "saves refused");
        promise.isAnswered = true;
        promise.isApplied = isApplied;
        promise.sequence = sequence;
    } else if (promise.isApplied != isApplied || promise.sequence != sequence) {
        run_.violate("I3", "two verdicts on " + promise.dot.text());
    } else {
        run_.count("verdicts heard again");
    }
}

void Book::lose(DeviceNumber author)
{
    for (auto at = promises_.lower_bound({author, 0, 0});
         at != promises_.end() && at->first.device == author; ++at) {
        if (!at->second.isAnswered) {
            at->second.isLost = true;
            run_.count("unsent saves gone with their phone");
        }
    }
}

const Promise* Book::find(const Dot& dot) const
{
    const auto found = promises_.find(dot);
    return found == promises_.end() ? nullptr : &found->second;
}

std::vector<const Promise*> Book::promisesOf(DeviceNumber author) const
{
    std::vector<const Promise*> found;
    for (auto at = promises_.lower_bound({author, 0, 0});
         at != promises_.end() && at->first.device == author; ++at) {
        found.push_back(&at->second);
    }
    return found;
}

std::uint64_t Book::lastN(DeviceNumber author) const
{
    const auto found = promisesOf(author);
    return found.empty() ? 0 : found.back()->dot.n;
}

}  // namespace liaison::sim
