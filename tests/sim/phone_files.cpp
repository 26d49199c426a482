// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sim/phone.h"

namespace liaison::sim {

void Phone::noteFiles(const v1::FromCentre& message)
{
    if (message.has_file_chunk()) {
        run_.count(message.file_chunk().offset() == 0 ? "files begun to be fetched"
                                                      : "chunks fetched behind others");
    }
    if (!message.has_file_held()) return;
    const v1::FileHeld& held = message.file_held();
    if (held.complete()) run_.count("files sent");
    // An answer to an offer that finds a part: an earlier line was cut inside the file.
    const bool isResumed = held.held() > 0 && !held.complete() && sendingFile_ != held.sha256();
    if (isResumed) run_.count("files cut and resumed");
    sendingFile_ = held.sha256();
}

bool Phone::lacksFiles()
{
    const auto names = ledger_->ledger().fileNames().prefetched(0, 10'000);
    const auto centre = centre_.ledger().files().ifThere();
    if (!names || !centre || *centre == nullptr) return false;
    for (const NamedFile& name : *names) {
        if (!(*centre)->whole(name.file.sha256)) continue;
        const auto own = ledger_->files().ifThere();
        if (!own || *own == nullptr || !(*own)->whole(name.file.sha256)) return true;
    }
    return false;
}

}  // namespace liaison::sim
