// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/history.h"

#include <google/protobuf/unknown_field_set.h>

#include <algorithm>

#include "liaison/v1/care.pb.h"
#include "tests/support/field_bytes.h"
#include "tests/support/random_value.h"

namespace liaison {

namespace {

using namespace std::chrono_literals;
using google::protobuf::UnknownFieldSet;
using Verdict = PlayedEdit::Verdict;

constexpr Instant kStart{std::chrono::milliseconds(1789375320000)};
constexpr auto kTenYears = 24h * 3652;

bool namesAny(const ReferenceChange& change, const Dot& dot)
{
    return std::any_of(change.replaces.begin(), change.replaces.end(),
                       [&](const auto& field) { return field.second.contains(dot); });
}

}  // namespace

History::History(std::uint64_t seed) : dice_(seed), now_(kStart)
{
    for (std::size_t i = dice_.between(1, 2); i > 0; --i) {
        records_.push_back(RecordId::make(kStart, {static_cast<std::uint8_t>(i)}));
    }
    const auto* person = v1::Person::descriptor();
    std::set<int> known;
    while (known.size() < 3) {
        known.insert(
            static_cast<int>(dice_.below(static_cast<std::size_t>(person->field_count()))));
    }
    for (const int index : known) {
        const auto* field = person->field(index);
        fields_.push_back({static_cast<std::uint32_t>(field->number()), field});
    }
    fields_.push_back({static_cast<std::uint32_t>(dice_.between(200, 203)), nullptr});
    fields_.push_back({5000, nullptr});

    const std::vector<std::chrono::milliseconds> clocks = {0s, 0s, -2s, 90s, kTenYears, -kTenYears};
    for (std::size_t i = dice_.between(2, 6); i > 0; --i) {
        PlayedDevice device;
        device.number.value = 0xa0 + i;
        device.clockError = dice_.pick(clocks);
        if (!devices_.empty() && dice_.oneIn(8)) {
            device.number = devices_.back().number;
            ++happened_["a cloned device"];
        }
        devices_.push_back(std::move(device));
    }
    for (std::size_t steps = dice_.between(60, 400); steps > 0; --steps) {
        step(dice_.below(devices_.size()));
    }
    for (std::size_t at = 0; at < devices_.size(); ++at) {
        for (std::size_t edit = 0; edit < edits_.size(); ++edit) {
            judge(at);
        }
    }
}

void History::step(std::size_t at)
{
    now_ += std::chrono::minutes(dice_.below(300));
    PlayedDevice& device = devices_[at];
    const std::size_t what = dice_.below(20);
    if (what < 4) return receive(device);
    if (what < 10) return touch(device);
    if (what < 13) return save(at);
    if (what < 17) return judge(at);
    if (what < 18) return seeToo(device);
    if (what < 19) return untouch(device);
    receiveAgain(device);
}

void History::receive(PlayedDevice& device)
{
    for (std::size_t i = 0; i < edits_.size(); ++i) {
        const PlayedEdit& played = edits_[i];
        if (played.verdict != Verdict::applied || device.holds.contains(i)) continue;
        if (!dice_.oneIn(3)) continue;
        for (const auto& [record, change] : played.changes) {
            for (const ReferenceChange* held : changesOf(record, device.holds)) {
                if (namesAny(*held, change.dot)) ++happened_["a replaced value that came late"];
            }
            RecordState& state = stateOf(device, record);
            state = merge(std::move(state), played.edit, played.shownAs);
        }
        device.holds.insert(i);
        device.last = afterSeeing(device.last, played.shownAs, now_ + device.clockError);
    }
}

void History::receiveAgain(PlayedDevice& device)
{
    for (const std::size_t i : device.holds) {
        const PlayedEdit& played = edits_[i];
        if (!dice_.oneIn(2) || played.verdict == Verdict::none) continue;
        ++happened_["an edit delivered again"];
        for (const RecordId& record : records_) {
            RecordState& state = stateOf(device, record);
            state = merge(std::move(state), played.edit, played.shownAs);
        }
    }
}

void History::touch(PlayedDevice& device)
{
    const RecordId record = dice_.pick(records_);
    const Field& field = dice_.pick(fields_);
    ChangeDraft& draft = device.drafts[record];
    draft.record = record;
    draft.kind = kPersonKind;
    const RecordReading reading(stateOf(device, record));
    const bool isFirst = draft.touched(field.number) == nullptr;
    draft.touch(field.number, reading, newBytes(field, reading.field(field.number)));
    if (!isFirst) return;
    device.saw[{record, field.number}] = dotsOf(valuesOn(device, record), field.number);
}

void History::seeToo(PlayedDevice& device)
{
    for (auto& [record, draft] : device.drafts) {
        const ReferenceValues values = valuesOn(device, record);
        for (const TouchedField& touched : draft.fields) {
            auto& saw = device.saw[{record, touched.number}];
            for (const Dot& dot : dotsOf(values, touched.number)) {
                if (saw.contains(dot) || dice_.oneIn(2)) continue;
                ++happened_["a newer value shown beside a draft"];
                draft.sawToo(touched.number, dot);
                saw.insert(dot);
            }
        }
    }
}

void History::untouch(PlayedDevice& device)
{
    for (auto& [record, draft] : device.drafts) {
        if (draft.fields.empty()) continue;
        const std::uint32_t number = dice_.pick(draft.fields).number;
        draft.untouch(number);
        device.saw.erase({record, number});
    }
}

void History::save(std::size_t at)
{
    PlayedDevice& device = devices_[at];
    std::vector<v1::Change> changes;
    std::set<RecordId> closed;
    for (const auto& [record, draft] : device.drafts) {
        if (dice_.oneIn(3)) continue;
        closed.insert(record);
        auto change = changeOf(draft, pendingOf(at, record));
        if (!change) continue;
        if (dice_.oneIn(4)) change->set_patch(inAnyOrder(change->patch()));
        if (dice_.oneIn(40)) change->set_kind(kPersonKind + 1);
        changes.push_back(std::move(*change));
    }
    if (!changes.empty()) commit(at, writeEdit(device, changes));
    for (const RecordId& record : closed) {
        device.drafts.erase(record);
        std::erase_if(device.saw, [&](const auto& saw) { return saw.first.first == record; });
    }
}

void History::commit(std::size_t at, Edit edit)
{
    PlayedDevice& device = devices_[at];
    PlayedEdit played{edit, readByReflection(edit), at, Verdict::none, edit.stamp()};
    noteSave(at, played);
    for (const auto& [record, change] : played.changes) {
        checkSaw(at, record, change);
        RecordState& state = stateOf(device, record);
        state = merge(std::move(state), edit, edit.stamp());
    }
    device.holds.insert(edits_.size());
    edits_.push_back(std::move(played));
}

void History::judge(std::size_t at)
{
    const auto waiting = std::find_if(edits_.begin(), edits_.end(), [&](const PlayedEdit& played) {
        return played.author == at && played.verdict == Verdict::none;
    });
    if (waiting == edits_.end()) return;
    PlayedDevice& device = devices_[at];
    if (dice_.oneIn(5)) {
        waiting->verdict = Verdict::refused;
        takeBack(device, static_cast<std::size_t>(waiting - edits_.begin()));
        return;
    }
    waiting->verdict = Verdict::applied;
    waiting->shownAs = shownAs(waiting->edit.stamp(), now_);
    for (const auto& [record, change] : waiting->changes) {
        RecordState& state = stateOf(device, record);
        state = restamped(std::move(state), waiting->edit.dot(), waiting->shownAs);
    }
}

void History::takeBack(PlayedDevice& device, std::size_t edit)
{
    ++happened_["a refused edit taken back"];
    device.holds.erase(edit);
    for (const auto& [record, taken] : edits_[edit].changes) {
        RecordState& state = stateOf(device, record);
        state = RecordState{record, 0, {}, {}};
        for (const std::size_t i : device.holds) {
            state = merge(std::move(state), edits_[i].edit, edits_[i].shownAs);
        }
        checkTakenBack(device, record, taken);
    }
}

std::string History::newBytes(const Field& field, const FieldReading* reading)
{
    const std::size_t choice = dice_.below(8);
    if (choice == 0) return "";
    if (choice == 1 && reading != nullptr) return reading->shown().bytes;
    if (choice == 2 && reading != nullptr) return dice_.pick(reading->versions()).bytes;
    return field.descriptor == nullptr ? randomUnknownValue(field.number, dice_)
                                       : randomValue(*field.descriptor, dice_);
}

std::string History::inAnyOrder(const std::string& patch)
{
    UnknownFieldSet fields;
    ensure(fields.ParseFromString(patch), "protobuf cannot read what a draft wrote");
    std::map<int, std::vector<int>> byNumber;
    std::vector<int> order;
    for (int i = 0; i < fields.field_count(); ++i) {
        byNumber[fields.field(i).number()].push_back(i);
        order.push_back(fields.field(i).number());
    }
    dice_.shuffle(order);
    UnknownFieldSet shuffled;
    for (const int number : order) {
        auto& left = byNumber[number];
        shuffled.AddField(fields.field(left.front()));
        left.erase(left.begin());
    }
    return bytesOf(shuffled);
}

Edit History::writeEdit(PlayedDevice& device, const std::vector<v1::Change>& changes)
{
    device.last = nextStamp(now_ + device.clockError, device.last);
    v1::Edit message;
    message.set_n(++device.n);
    message.set_stamp(device.last.value);
    message.add_salts(dice_.any());
    message.mutable_changes()->Add(changes.begin(), changes.end());
    return Edit::write(device.number, message);
}

OwnPending History::pendingOf(std::size_t at, const RecordId& record) const
{
    return [this, at, record](const Dot& dot, std::uint32_t field) -> std::vector<Dot> {
        for (const PlayedEdit& played : edits_) {
            if (played.author != at || played.verdict != Verdict::none) continue;
            if (played.edit.dot() != dot || !played.changes.contains(record)) continue;
            const auto& replaces = played.changes.at(record).replaces;
            if (!replaces.contains(field)) return {};
            return {replaces.at(field).begin(), replaces.at(field).end()};
        }
        return {};
    };
}

RecordState& History::stateOf(PlayedDevice& device, const RecordId& record)
{
    return device.states.try_emplace(record, RecordState{record, 0, {}, {}}).first->second;
}

std::vector<const ReferenceChange*> History::changesOf(const RecordId& record,
                                                       const std::set<std::size_t>& edits) const
{
    std::vector<const ReferenceChange*> changes;
    for (const std::size_t edit : edits) {
        const auto found = edits_[edit].changes.find(record);
        if (found != edits_[edit].changes.end()) changes.push_back(&found->second);
    }
    return changes;
}

ReferenceValues History::valuesOn(const PlayedDevice& device, const RecordId& record) const
{
    return referenceMerge(changesOf(record, device.holds));
}

}  // namespace liaison
