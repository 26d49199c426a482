// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <deque>
#include <optional>
#include <set>
#include <string>
#include <utility>

#include "liaison/v1/sync.pb.h"
#include "shared/ledger/centre_ledger.h"
#include "shared/sync/centre_file_exchange.h"
#include "shared/sync/cursor.h"
#include "shared/sync/first_run.h"
#include "shared/sync/intake.h"

namespace liaison {

/// The centre's side of one connection with one of its devices, without the wire.
///
/// Owns no socket, no thread and no clock. Its driver
/// - passes each arriving message to `receive`; an error means: send `bye(error)` and close;
/// - while `hasPushes`, opens a transaction of the ledger, lets every such session `judge`,
///   commits, and then tells each of them `committed` (or `dropPushes` when the commit
///   failed): the verdicts exist only from then on;
/// - asks `next` whenever the line is free, and again for every session after each commit, since
///   what one device writes goes to all others.
/// All sessions of a centre are driven by one thread at a time.
class CentreSession {
public:
    /// `device` is the row that the connection's key led to. `centre` must outlive the session;
    /// `pins` are those of the server's keys.
    CentreSession(CentreLedger& centre, CentreDevice device, std::vector<std::string> pins);

    Result<Done> receive(const v1::FromDevice& message, Instant now);
    /// Something was brought that belongs into the log.
    bool hasPushes() const { return !brought_.empty(); }
    /// The same, and more of it is on its way: a bulk of full pushes, of which one commit for
    /// several costs much less than one for each.
    bool expectsMore() const;
    /// Judges and appends what was brought, inside the driver's transaction. An error is the
    /// disk's.
    Result<Done> judge(Instant now);
    void committed();
    void dropPushes();
    /// The next message for the line. An error means: send `bye(error)` and close.
    Result<std::optional<v1::FromCentre>> next(Instant now);

    /// Ends pages earlier than usual, at so many entries: for tests, in which logs are short.
    void endPagesAt(std::size_t entries)
    {
        pageEntriesMax_ = entries;
        nextPageEntries_ = std::min(nextPageEntries_, entries);
    }

    bool isWelcomed() const { return welcomed_; }
    /// What the greeting announced has come and is answered; asked for while nothing is to be said.
    bool isUpToDate() const
    {
        return welcomed_ && brought_.empty() && device_.lastN >= announcedN_;
    }
    DeviceNumber device() const { return device_.number; }
    /// A device that the last commit made, for the table of the server's keys; told once.
    std::optional<CentreDevice> takeRenumbered() { return std::exchange(renumbered_, {}); }

    /// A file has come that others may wait for: each session is to be asked; told once.
    bool takeFileArrival() { return files_.takeArrival(); }

private:
    Result<Done> receiveHello(const v1::Hello& hello, Instant now);
    Result<Done> queue(const v1::FromDevice& message, std::uint64_t edits, Instant now);
    Result<Done> checkStanding();
    Result<Done> receiveFile(const v1::FromDevice& message, Instant now);
    Result<Done> moveWithVerdicts();
    Result<Done> judgeOne(const v1::FromDevice& message, Intake& intake);
    Result<Done> answerWitness(const v1::Witness& message, Intake& intake);
    Result<Done> findStart(const v1::Hello& hello);
    Result<Done> findLoss(const Cursor& cursor);
    Result<bool> isInLog(const Cursor& cursor);
    Result<std::string> cursorAtHead();
    Result<v1::FromCentre> welcome(Instant now);
    Result<std::optional<v1::FromCentre>> page(Instant now);
    Result<Page> cutPage(const PageOrder& order, Instant now);
    Result<Done> askComparison(const v1::FromDevice& message, Instant now);
    Result<std::optional<v1::FromCentre>> answerComparison(Instant now);
    Result<Done> tellOwners(v1::Edits& edits);

    CentreLedger& centre_;
    CentreDevice device_;
    CentreFileExchange files_;
    std::optional<CentreDevice> before_;  ///< the row as it was before the present judgement
    std::vector<std::string> pins_;
    Role role_ = v1::ROLE_UNSPECIFIED;
    std::string view_;
    bool greeted_ = false;
    std::uint64_t announcedN_ = 0;  ///< the device's last n in its greeting
    bool welcomed_ = false;
    std::uint64_t pulledTo_ = 0;
    std::optional<FirstRun> firstRun_;  ///< while the log is handed over from its beginning
    std::size_t pageEntriesMax_ = kPageEntriesMax;
    std::size_t nextPageEntries_ = kFirstPageEntriesMax;
    std::optional<v1::FromDevice> compared_;  ///< asked for, and not answered yet
    std::uint64_t greetedN_ = 0;              ///< the device's last n at its greeting
    bool restart_ = false;                    ///< the device's cursor does not lead on
    bool awaitsWitness_ = false;   ///< nothing is pulled before the device has said what it holds
    bool witnessIsTaken_ = false;  ///< by the present judgement
    std::set<DeviceNumber> toldOwners_;
    std::deque<v1::FromDevice> brought_;
    std::uint64_t taken_ = 0;  ///< from the budget, for what was brought and is not judged
    v1::Verdicts judgedNow_;
    std::vector<v1::FromCentre> answersNow_;  ///< of the present judgement
    std::optional<CentreDevice> madeNow_;
    std::optional<CentreDevice> renumbered_;
    std::deque<v1::FromCentre> ready_;
    std::optional<Error> fault_;
};

/// The farewell that names an error to the other side.
v1::FromCentre bye(const Error& error);

}  // namespace liaison
