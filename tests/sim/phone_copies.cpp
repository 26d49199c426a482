// SPDX-License-Identifier: GPL-3.0-or-later
#include <utility>

#include "shared/base/bytes.h"
#include "shared/base/sha256.h"
#include "tests/sim/phone.h"

namespace liaison::sim {

namespace {

constexpr int kReplacementsMax = 3;

}  // namespace

Phone::Image Phone::image()
{
    if (ledger_) held_.look(*ledger_);
    return {disk_.image(), held_, number_, member_, pin_, role_, isComplete_, attached_};
}

void Phone::damageRecord()
{
    RecordQuery query;
    query.withVoided = true;
    query.limit = 1'000;
    const auto rows = ledger_->ledger().records(query);
    if (!rows || rows->empty()) return;
    const RecordRow& row = run_.dice.pick(*rows);
    if (row.isUnsent) return;
    const RecordId id = row.id;
    auto& database = ledger_->ledger().database();
    auto transaction = ledger_->ledger().begin();
    auto remove = database.prepare("DELETE FROM record WHERE id = ?");
    if (!transaction || !remove || !remove->bindBlob(1, id.bytes()).run()) return;
    if (!ledger_->ledger().commit(*transaction)) return;
    isDamaged_ = true;
    hasNewDamage_ = true;
    run_.note(name_, "loses a record", id.text());
    run_.count("records lost without a word");
}

/// I4: what the pull brought needs no mending, unless the disk lost something.
void Phone::noteSlice(const v1::FromCentre& message)
{
    if (!message.has_slice()) return;
    run_.count("slices fetched again");
    if (isDamaged_ || faults_.forgetfulSyncs || centre_.book().isDisturbed()) return;
    run_.violate("I4", name_ + " has to mend what the pull left");
}

void Phone::become(const Image& image)
{
    close();
    if (disk_.isOff()) disk_.restart();
    disk_.put(image.disk);
    held_.becomeCopyOf(image.held);
    number_ = image.number;
    member_ = image.member;
    pin_ = image.pin;
    role_ = image.role;
    isComplete_ = image.isComplete;
    attached_ = image.attached;
    nextPin_.clear();
    centre_.book().split();
    if (!open()) checkPower();
}

void Phone::beginAnew()
{
    if (replacements_ < kReplacementsMax) return session_->renumberTo(nextPin_);
    run_.count("copies parted by their connections");
    session_->partFromCopyTo(nextPin_);
}

/// A copy of this phone writes under its number: it goes on under that of another key.
bool Phone::mayGoOnAnew(ErrorCode code)
{
    const bool isCopied = code == ErrorCode::replaced && ++replacements_ >= kReplacementsMax;
    if ((code == ErrorCode::forked || isCopied) && nextPin_.empty()) {
        nextPin_ = sha256(name_ + randomBytes(8));
        return true;
    }
    if (code != ErrorCode::renumbered) return false;
    goOnAnew();
    return true;
}

void Phone::goOnAnew()
{
    run_.count("phones that took another number");
    replacements_ = 0;
    pin_ = std::exchange(nextPin_, {});
    number_ = DeviceNumber::ofKey(pin_);
    held_.begin(number_);
}

/// A commit whose fsync failed may be there all the same, and with it the other number.
void Phone::noteNumber()
{
    const DeviceNumber kept = ledger_->standing().number;
    if (kept == number_ || nextPin_.empty()) return;
    if (kept == DeviceNumber::ofKey(nextPin_)) goOnAnew();
}

}  // namespace liaison::sim
