// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sim/virtual_file.h"

#include <algorithm>

namespace liaison::sim {

namespace {

void put(std::string& into, std::size_t offset, std::string_view bytes)
{
    if (into.size() < offset) into.resize(offset, '\0');
    const std::size_t inside = std::min(bytes.size(), into.size() - offset);
    std::copy_n(bytes.begin(), inside, into.begin() + static_cast<std::ptrdiff_t>(offset));
    into.append(bytes.substr(inside));
}

}  // namespace

void VirtualFile::write(std::size_t offset, std::string_view bytes)
{
    Change change{offset, bytes.size(), false, present_.size()};
    if (offset < present_.size()) change.before = present_.substr(offset, bytes.size());
    unsynced_.push_back(std::move(change));
    put(present_, offset, bytes);
}

void VirtualFile::resize(std::size_t size)
{
    Change change{0, size, true, present_.size()};
    if (size < present_.size()) change.before = present_.substr(size);
    unsynced_.push_back(std::move(change));
    present_.resize(size, '\0');
}

void VirtualFile::sync()
{
    if (apart_) {
        const Past then = past();
        for (std::size_t i = 0; i < unsynced_.size(); ++i) {
            apply(*apart_, unsynced_[i], then.written[i]);
        }
    }
    unsynced_.clear();
}

void VirtualFile::failSync(Dice& dice)
{
    apart_ = afterPowerCut(dice);
    unsynced_.clear();
}

std::string VirtualFile::afterPowerCut(Dice& dice) const
{
    if (dice.oneIn(4)) return present_;
    if (unsynced_.empty()) return apart_.value_or(present_);
    Past then = past();
    std::string left = apart_ ? *apart_ : std::move(then.durable);
    for (std::size_t i = 0; i < unsynced_.size(); ++i) {
        applyByChance(left, unsynced_[i], then.written[i], dice);
    }
    return left;
}

/// Takes the changes back, the last one first: each then stands there as it was written.
VirtualFile::Past VirtualFile::past() const
{
    Past then{present_, std::vector<std::string>(unsynced_.size())};
    for (std::size_t i = unsynced_.size(); i-- > 0;) {
        const Change& change = unsynced_[i];
        if (!change.isResize) then.written[i] = then.durable.substr(change.offset, change.size);
        const std::size_t at = change.isResize ? change.size : change.offset;
        then.durable.resize(change.sizeBefore, '\0');
        if (!change.before.empty()) put(then.durable, at, change.before);
    }
    return then;
}

void VirtualFile::apply(std::string& bytes, const Change& change, std::string_view written)
{
    if (change.isResize) {
        bytes.resize(change.size, '\0');
    } else {
        put(bytes, change.offset, written);
    }
}

void VirtualFile::applyByChance(std::string& bytes, const Change& change, std::string_view written,
                                Dice& dice)
{
    const std::size_t outcome = dice.below(3);
    if (outcome == 0) return;
    if (outcome == 1 || change.isResize) return apply(bytes, change, written);
    for (std::size_t done = 0; done < written.size();) {
        const std::size_t at = change.offset + done;
        const std::size_t toSectorEnd = kSectorBytes - at % kSectorBytes;
        const std::size_t count = std::min(toSectorEnd, written.size() - done);
        if (dice.oneIn(2)) put(bytes, at, written.substr(done, count));
        done += count;
    }
}

}  // namespace liaison::sim
