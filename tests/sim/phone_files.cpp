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

/// I9: what a centre gives of a file it has whole, and it is what stands there.
void Phone::checkGiven(const v1::FileChunk& chunk)
{
    const auto files =
        centre_.isUp() ? centre_.ledger().files().ifThere() : Result<FileStore*>(nullptr);
    if (!files || *files == nullptr) return;
    const auto known = (*files)->find(chunk.sha256());
    if (!known || !*known) return;
    if (!(*known)->isComplete) {
        run_.violate("I4", name_ + " is given a file that its centre has in part");
    }
}

std::string Phone::damaged(std::string bytes)
{
    if (!faults_.corruption || bytes.empty() || !run_.dice.oneIn(12)) return bytes;
    run_.count("chunks of files damaged");
    bytes[run_.dice.below(bytes.size())] ^= 1;
    return bytes;
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
