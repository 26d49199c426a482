// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <deque>
#include <map>
#include <optional>
#include <set>
#include <string>

#include "liaison/v1/sync.pb.h"
#include "shared/ledger/device_ledger.h"

namespace liaison {

/// The device's side of handing over files, within one conversation.
///
/// Offers the files that answered records name and that the centre is not known to have, and
/// fetches small ones by itself and others when somebody asked for them; small ones first. One
/// message each way waits for its answer at most. A disk that cannot keep a file ends the exchange
/// of files for this conversation and nothing else.
class DeviceFileExchange {
public:
    /// `ledger` must outlive it.
    explicit DeviceFileExchange(DeviceLedger& ledger) : ledger_(ledger) {}

    /// The mark that the centre sent last, for the greeting; empty without files here.
    Result<std::string> mark();
    /// The greeting says which files the centre keeps.
    void greet(const v1::Welcome& welcome, Instant now);
    /// Records or wishes may have changed: there may be something to do.
    void noteNews() { isNews_ = true; }
    /// The next message about files, when nothing else waits.
    Result<std::optional<v1::FromDevice>> next();
    /// Takes what the centre says about files; `outOfPlace` for anything else.
    Result<Done> receive(const v1::FromCentre& message, Instant now);
    /// Nothing is to be sent or fetched, as far as both sides know.
    bool isSettled() const { return isHalted_ || (!isNews_ && !sending_ && !fetching_); }
    /// A run of the pull is complete: what no record names any more goes, if the centre has it.
    void sweep(Instant now);

private:
    struct Sending {
        FileReference file;
        std::uint64_t from = 0;  ///< bytes that the centre has
        bool isOffered = false;
        bool isTaken = false;  ///< the centre has answered the offer
        bool isAnswerDue = false;
        bool hasStalled = false;
    };
    struct Fetching {
        FileReference file;
        bool isSmall = false;  ///< is fetched without being asked for
        std::uint64_t held = 0;
        bool isChunkDue = false;
        bool hadMismatch = false;
    };
    using Outgoing = Result<std::optional<v1::FromDevice>>;

    Result<Done> meetCentre(FileStore& files, const v1::FilesStanding& standing);
    Result<FileStore*> open();
    Outgoing send(FileStore& files);
    Outgoing fetch();
    Result<Done> chooseSending(FileStore& files);
    Result<Done> chooseFetching();
    Result<Done> scan();
    Result<bool> tryFetching(const FileReference& file, bool isSmall);
    Result<Done> receiveHeld(const v1::FileHeld& held, Instant now);
    Result<Done> receiveChunk(const v1::FileChunk& chunk, Instant now);
    Result<Done> receiveAbsent(const v1::FileAbsent& absent);
    void receiveArrived(const v1::FileArrived& arrived);
    Result<Done> halt(const Error& error);

    DeviceLedger& ledger_;
    bool isNews_ = true;
    bool isHalted_ = false;
    v1::FilesStanding standing_;  ///< of the centre's files, by its last word on them
    std::optional<Sending> sending_;
    std::optional<Fetching> fetching_;
    std::set<std::string> notTaken_;    ///< the centre does not take them now
    std::set<FileReference> notThere_;  ///< the centre cannot send them now
    std::map<std::string, Fetching> awaited_;
    std::deque<FileReference> small_;  ///< to fetch without being asked
    std::int64_t scannedTo_ = 0;
};

}  // namespace liaison
