// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>
#include <chrono>
#include <memory>
#include <optional>
#include <string>

#include "mobile/store/profile.h"
#include "mobile/sync/back_off.h"
#include "mobile/sync/server_link.h"
#include "shared/sync/device_session.h"

namespace liaison {

/// Times of a SyncEngine.
struct SyncPace {
    std::chrono::milliseconds firstBackOff{1'000};
    std::chrono::milliseconds longestBackOff{300'000};
    std::chrono::milliseconds pingAfter{45'000};     ///< of silence
    std::chrono::milliseconds answerWithin{15'000};  ///< without a byte either way: a dead line
};

/// Decides when a device talks to its centre, and drives the conversation.
///
/// Started, it stays in contact for as long as there is a way: it connects at once when something
/// was saved, when the person asks and when a network appears; otherwise after a growing, random
/// wait; it tries every address of the centre. It never gives up by itself. One thread, that of the
/// Qt event loop; `profile` and `clock` must outlive it.
class SyncEngine : public QObject {
    Q_OBJECT

public:
    enum class State { offline, connecting, online };
    Q_ENUM(State)

    SyncEngine(Profile& profile, const Clock& clock, SyncPace pace = {}, QObject* parent = nullptr);
    ~SyncEngine() override;

    void start();
    /// Closes the connection and stays offline until started again.
    void stop();
    /// Something was saved, or the person asks: send it now, connect now.
    void wake();
    /// Somebody asked for a file (see FileStore::want): fetched now, or with the next connection.
    void lookForFiles();

    State state() const { return state_; }
    /// Nothing waits and nothing is to come, as far as both sides know. False while offline.
    bool isSettled() const;
    /// Highest own n handed to the line since the connection began; 0 while offline. An own edit
    /// without verdict up to it is "sent", above it "on this phone".
    std::uint64_t sentN() const;
    /// Why the last contact ended; none before the first ended, and while online.
    const std::optional<Error>& lastFailure() const { return lastFailure_; }
    /// When the next attempt by itself is due; none while online or stopped.
    std::optional<Instant> nextAttempt() const { return nextAttempt_; }

Q_SIGNALS:
    void stateChanged(liaison::SyncEngine::State state);
    /// Entries received since the greeting, and how many are still to come.
    void progress(quint64 received, quint64 remaining);
    /// Everything is sent, answered and received. Emitted again whenever it becomes true again.
    void settled();
    /// Own edits were handed to the line.
    void sent(quint64 n);
    /// The centre will not talk to this device as it is: `revoked`, `protocolVersion`, `forked`,
    /// `locked`, `newer`. The engine asks again every few minutes all the same.
    void refusedByCentre(liaison::ErrorCode code);
    /// An attempt ended without reaching the centre, or this machine could not keep what came.
    void failed(liaison::ErrorCode code, const QString& detail);

private:
    void connectNow();
    void tryNextAddress();
    void greet();
    void take(const v1::FromCentre& message);
    void afterMessage();
    void pump();
    void lineClosed(ErrorCode code, const QString& detail);
    bool mayGoOnAnew(ErrorCode code);
    void dropLink();
    void waitFor(std::chrono::milliseconds wait);
    void listenToNetwork();
    void silence();
    void setState(State state);

    Profile& profile_;
    const Clock& clock_;
    SyncPace pace_;
    BackOff backOff_;
    QTimer retry_;
    QTimer silence_;
    std::unique_ptr<ServerLink> link_;
    int replacements_ = 0;  ///< by newer lines of this device that are not this engine's
    std::string nextPin_;   ///< set while this device is to be known under another key
    std::optional<DeviceSession> session_;
    State state_ = State::offline;
    bool isStarted_ = false;
    bool wasSettled_ = false;
    bool isPinged_ = false;
    std::size_t address_ = 0;   ///< of the card, the next to try
    std::size_t attempts_ = 0;  ///< addresses tried since the last wait
    std::uint64_t toldSentN_ = 0;
    quint64 carriedBytes_ = 0;  ///< by the link, when it was last looked at
    std::optional<Error> lastFailure_;
    std::optional<Instant> nextAttempt_;
    std::optional<Instant> notBefore_;  ///< the centre asked to wait until then
};

}  // namespace liaison
