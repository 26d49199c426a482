// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <deque>
#include <optional>
#include <set>
#include <string>

#include "liaison/v1/sync.pb.h"
#include "shared/ledger/centre_ledger.h"

namespace liaison {

/// The centre's side of handing over files, within one conversation.
///
/// Takes and gives only files that a field names which the role of the device's member may read,
/// and gives only complete ones; for a device the others do not exist. What it says it has is on
/// the disk. A disk that cannot keep a file, or a centre whose files have come to their limit, ends
/// the handing over of that file and nothing else.
class CentreFileExchange {
public:
    /// `centre` must outlive it.
    explicit CentreFileExchange(CentreLedger& centre) : centre_(centre) {}

    /// The name and the sealed mark of this centre's files as they are now; none without files.
    Result<std::optional<v1::FilesStanding>> standing();
    /// Takes the mark that a device brings: where these files never came so far they went back, and
    /// take another name, so that devices offer again what they have.
    Result<Done> greet(const std::string& mark);
    /// Takes what a device says about files; an error ends the conversation: `outOfPlace`,
    /// `malformed`, `tooLarge`, `busy`.
    Result<Done> receive(const v1::FromDevice& message, Role role, Instant now);
    /// The next answer or chunk, when nothing else waits.
    Result<std::optional<v1::FromCentre>> next(Role role);
    /// A device waits for bytes of a file.
    bool isAskedForBytes() const { return !wants_.empty(); }
    /// A file has become complete, for which others may wait; told once.
    bool takeArrival() { return std::exchange(hasArrival_, false); }

private:
    using Outgoing = Result<std::optional<v1::FromCentre>>;

    std::string nameOf(FileStore& files) const;
    Result<Done> receiveOffer(const v1::FileOffer& offer, Role role);
    Result<Done> receiveChunk(const v1::FileChunk& chunk, Instant now);
    Result<bool> hasRoom(FileStore& files, const FileReference& file, std::uint64_t held) const;
    Result<FileProgress> keep(const v1::FileChunk& chunk, Instant now);
    Result<Done> receiveWant(const v1::FileWant& want);
    Result<std::string> mediaTypeFor(Role role, const std::string& sha256, std::uint64_t size);
    void answer(const std::string& sha256, const FileProgress& progress, ErrorCode code);
    Outgoing give(const v1::FileWant& want, Role role);
    Outgoing absent(const v1::FileWant& want, Role role);
    Outgoing arrived();

    CentreLedger& centre_;
    std::optional<FileReference> taking_;
    std::deque<v1::FromCentre> answers_;
    std::deque<v1::FileWant> wants_;
    std::set<std::string> awaited_;
    std::uint64_t arrivalsSeen_ = 0;
    bool hasArrival_ = false;
};

}  // namespace liaison
