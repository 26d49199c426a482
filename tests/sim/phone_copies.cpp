// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sim/phone.h"

namespace liaison::sim {

Phone::Image Phone::image()
{
    if (ledger_) held_.look(*ledger_);
    return {disk_.image(), held_, number_, pin_, role_, isComplete_, attached_};
}

void Phone::become(const Image& image)
{
    close();
    if (disk_.isOff()) disk_.restart();
    disk_.put(image.disk);
    held_.becomeCopyOf(image.held);
    number_ = image.number;
    pin_ = image.pin;
    role_ = image.role;
    isComplete_ = image.isComplete;
    attached_ = image.attached;
    nextPin_.clear();
    centre_.book().split();
    if (!open()) checkPower();
}

}  // namespace liaison::sim
