// SPDX-License-Identifier: GPL-3.0-or-later
#include <set>
#include <utility>

#include "shared/sync/device_session.h"
#include "shared/sync/page.h"

namespace liaison {

namespace {

/// What the owner of a device and the framing of an entry take in a message, at most.
constexpr std::size_t kBesideEntryBytes = 48;

}  // namespace

/// The next thing a centre that went back is told about what it lost.
Result<v1::FromDevice> DeviceSession::testify()
{
    v1::FromDevice message;
    v1::Witness& witness = *message.mutable_witness();
    isAwaited_ = true;
    const auto told = testimony_ == Testimony::cursors ? tellCursors(witness) : tellPage(witness);
    if (!told) return told.error();
    return message;
}

Result<Done> DeviceSession::tellCursors(v1::Witness& witness)
{
    const auto cursors = ledger_.heldCursors();
    if (!cursors) return cursors.error();
    for (const std::string& cursor : *cursors) {
        witness.add_cursors(cursor);
    }
    const auto testified = ledger_.testified();
    if (!testified) return testified.error();
    witness.set_testified(testified->cursor);
    return done();
}

/// A page as a whole with its proof; one that has grown over the limits by parts of edits that were
/// joined since, piece by piece, which nothing proves.
Result<Done> DeviceSession::tellPage(v1::Witness& witness)
{
    if (untold_.empty()) {
        auto page = ledger_.heldPage(heldPage_, sharedSequence_);
        if (!page) return page.error();
        if (!*page) {
            testimony_ = Testimony::last;
            witness.set_last(true);
            return done();
        }
        heldPage_ = (*page)->id;
        witness.set_proof((*page)->proof);
        untold_ = {(*page)->entries.begin(), (*page)->entries.end()};
    }
    std::size_t bytes = witness.ByteSizeLong();
    std::set<DeviceNumber> named;
    while (!untold_.empty()) {
        const LedgerEntry& entry = untold_.front();
        const std::string wholeHash = entry.isPartial ? entry.edit.hash() : std::string();
        v1::Entry told = entryMessage(entry, entry.edit.bytes(), wholeHash);
        bytes += told.ByteSizeLong() + kBesideEntryBytes;
        const bool isFull =
            witness.entries_size() == static_cast<int>(kPageEntriesMax) || bytes > kWitnessBytesMax;
        if (isFull && !witness.entries().empty()) break;
        const DeviceNumber device = entry.edit.dot().device;
        if (named.insert(device).second) {
            const auto owner = ledger_.ledger().ownerOf(device);
            if (!owner) return owner.error();
            if (*owner) {
                auto& added = *witness.add_owners();
                added.set_device(device.value);
                added.set_member((*owner)->bytes());
            }
        }
        *witness.add_entries() = std::move(told);
        untold_.pop_front();
    }
    if (!untold_.empty()) witness.clear_proof();
    return done();
}

Result<Done> DeviceSession::receiveWitnessFrom(const v1::WitnessFrom& message)
{
    if (testimony_ == Testimony::none || !std::exchange(isAwaited_, false)) {
        return Error{ErrorCode::outOfPlace, "WitnessFrom"};
    }
    if (testimony_ == Testimony::cursors) {
        sharedSequence_ = message.sequence();
        testimony_ = Testimony::pages;
        if (!message.goes_on()) return done();
        const auto testified = ledger_.testified();
        if (!testified) return testified.error();
        heldPage_ = testified->page;
        return done();
    }
    if (testimony_ == Testimony::pages) {
        return untold_.empty() ? ledger_.noteTestified({heldPage_, message.cursor()}) : done();
    }
    if (!message.taken()) return Error{ErrorCode::outOfPlace, "a testimony that is not taken"};
    testimony_ = Testimony::none;
    if (auto started = ledger_.startRunAfterLoss(message.cursor()); !started) return started;
    return findHandInDue();
}

}  // namespace liaison
