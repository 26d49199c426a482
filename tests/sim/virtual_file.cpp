// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sim/virtual_file.h"

#include <algorithm>

namespace liaison::sim {

namespace {

void put(std::string& into, std::size_t offset, std::string_view bytes)
{
    if (into.size() < offset + bytes.size()) into.resize(offset + bytes.size(), '\0');
    std::copy(bytes.begin(), bytes.end(), into.begin() + static_cast<std::ptrdiff_t>(offset));
}

}  // namespace

void VirtualFile::write(std::size_t offset, std::string_view bytes)
{
    put(present_, offset, bytes);
    unsynced_.push_back({offset, std::string(bytes), false});
}

void VirtualFile::resize(std::size_t size)
{
    present_.resize(size, '\0');
    unsynced_.push_back({size, {}, true});
}

void VirtualFile::sync()
{
    for (const Change& change : unsynced_) {
        apply(durable_, change);
    }
    unsynced_.clear();
}

void VirtualFile::failSync(Dice& dice)
{
    durable_ = afterPowerCut(dice);
    unsynced_.clear();
}

std::string VirtualFile::afterPowerCut(Dice& dice) const
{
    if (dice.oneIn(4)) return present_;
    std::string left = durable_;
    for (const Change& change : unsynced_) {
        applyByChance(left, change, dice);
    }
    return left;
}

void VirtualFile::apply(std::string& bytes, const Change& change)
{
    if (change.isResize) {
        bytes.resize(change.offset, '\0');
    } else {
        put(bytes, change.offset, change.bytes);
    }
}

void VirtualFile::applyByChance(std::string& bytes, const Change& change, Dice& dice)
{
    const std::size_t outcome = dice.below(3);
    if (outcome == 0) return;
    if (outcome == 1 || change.isResize) return apply(bytes, change);
    for (std::size_t done = 0; done < change.bytes.size();) {
        const std::size_t at = change.offset + done;
        const std::size_t toSectorEnd = kSectorBytes - at % kSectorBytes;
        const std::size_t count = std::min(toSectorEnd, change.bytes.size() - done);
        if (dice.oneIn(2)) put(bytes, at, std::string_view(change.bytes).substr(done, count));
        done += count;
    }
}

}  // namespace liaison::sim
