// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <deque>
#include <optional>
#include <string>
#include <vector>

#include "liaison/v1/sync.pb.h"
#include "shared/ledger/device_ledger.h"
#include "shared/sync/comparison.h"
#include "shared/sync/device_file_exchange.h"

namespace liaison {

constexpr std::uint32_t kProtocolVersion = 1;
constexpr std::size_t kPushEditsMax = 500;
constexpr std::size_t kPushBytesMax = 256 * 1024;
/// So many pushes may be on their way without an answer.
constexpr std::size_t kPushesUnansweredMax = 8;
/// What goes behind Hello before the centre has answered: within the frame of a greeting.
constexpr std::size_t kOptimisticPushBytesMax = 48 * 1024;

/// The device's side of one connection to its centre, without the wire.
///
/// Owns no socket, no thread and no clock. Its driver asks `next` whenever the line is free and
/// passes each arriving message to `receive`; after a save it asks `next` again. A session lives as
/// long as its connection. An error of `receive` means: close the connection and tell the person or
/// try again, by its code.
class DeviceSession {
public:
    /// `ledger` must outlive the session. `app` is the version of the application.
    DeviceSession(DeviceLedger& ledger, std::string app);

    /// The next message to send, or none until something arrives or is saved.
    Result<std::optional<v1::FromDevice>> next(Instant now);
    Result<Done> receive(const v1::FromCentre& message, Instant now);
    /// When another copy of this device writes under its number: goes on under that of the key with
    /// this pin (SHA-256, 32 bytes). Without it `receive` says `forked`, and nothing is lost. Once
    /// the centre knows the key `receive` says `renumbered`: the next connection uses it.
    void renumberTo(const std::string& pin) { nextPin_ = pin; }
    /// The same where no history tells the copies apart yet: newer connections under this key that
    /// are not its own have told the driver that there is another one.
    void partFromCopyTo(const std::string& pin)
    {
        nextPin_ = pin;
        isCopied_ = true;
    }
    /// Asks the centre whether it is still there; answered by `Pong`.
    void ping() { pingDue_ = true; }
    /// Somebody asked for a file: see FileStore::want.
    void lookForFiles() { files_.noteNews(); }

    bool isWelcomed() const { return welcomed_; }
    /// Nothing waits and nothing is to come, as far as both sides know.
    bool isSettled() const;
    /// Entries received since the greeting, and how many are still to come.
    std::uint64_t received() const { return received_; }
    std::uint64_t remaining() const { return remaining_; }
    /// Highest own n handed to the line; what is above is "on this phone", below it "sent".
    std::uint64_t sentN() const { return sentN_; }
    /// The centre asked to come back later.
    std::optional<std::chrono::seconds> waitAsked() const { return waitAsked_; }
    /// What the greeting said about how to reach the centre from now on.
    const v1::Welcome& welcome() const { return welcome_; }

private:
    /// What a device that the centre asks for its testimony has still to say.
    enum class Testimony { none, cursors, pages, last };

    Result<v1::FromDevice> hello(Instant now);
    Result<std::optional<v1::FromDevice>> push();
    Result<std::optional<v1::FromDevice>> handIn();
    Result<v1::FromDevice> testify();
    Result<Done> tellCursors(v1::Witness& witness);
    Result<Done> tellPage(v1::Witness& witness);
    Result<Done> receiveWelcome(const v1::Welcome& welcome, Instant now);
    Result<bool> isForked(const v1::Welcome& welcome);
    Result<Done> receiveVerdicts(const v1::Verdicts& verdicts, Instant now);
    Result<Done> receiveHandedIn(const v1::HandedIn& message, Instant now);
    Result<Done> receiveRenumbered(const v1::Renumbered& message);
    Result<Done> receiveWitnessFrom(const v1::WitnessFrom& message);
    Result<Done> checkChain(const v1::OwnEntries& own);
    Result<Done> receiveEdits(const v1::Edits& edits, Instant now);
    Result<Done> takePage(DevicePage page, Instant now);
    Result<Done> findHandInDue();
    void noteAnswered(const std::vector<OwnVerdict>& own);

    DeviceLedger& ledger_;
    Comparison comparison_;
    DeviceFileExchange files_;
    std::string app_;
    std::string nextPin_;
    bool greeted_ = false;
    bool welcomed_ = false;
    bool isForked_ = false;
    bool isCopied_ = false;
    bool renumberDue_ = false;
    bool pingDue_ = false;
    bool isAwaited_ = false;  ///< the answer to a witness or a hand-in is to come
    Testimony testimony_ = Testimony::none;
    std::int64_t heldPage_ = 0;         ///< the last that was offered
    std::deque<LedgerEntry> untold_;    ///< of that page
    std::uint64_t sharedSequence_ = 0;  ///< up to here both logs are one
    std::vector<LedgerEntry> handInDue_;
    bool hasMetLess_ = false;  ///< a part or a witness's word is all the centre has: maybe of own
    std::uint64_t sentN_ = 0;
    std::deque<std::uint64_t> unanswered_;  ///< last n of each push without an answer
    std::uint64_t trustedFrom_ = 0;         ///< first n of the push sent before Welcome; 0: none
    std::uint64_t pushNumber_ = 0;
    std::uint64_t pingNumber_ = 0;
    std::uint64_t received_ = 0;
    std::uint64_t remaining_ = 0;
    bool pullComplete_ = false;
    std::optional<std::chrono::seconds> waitAsked_;
    v1::Welcome welcome_;
};

}  // namespace liaison
