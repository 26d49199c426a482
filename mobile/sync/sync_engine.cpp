// SPDX-License-Identifier: GPL-3.0-or-later
#include "mobile/sync/sync_engine.h"

#include <QCoreApplication>
#include <QNetworkInformation>
#include <QRandomGenerator>
#include <utility>

namespace liaison {

namespace {

/// More than this waiting in the socket, and the session is not asked for more.
constexpr qint64 kUnsentBytesMax = 512 * 1024;
constexpr int kReplacementsMax = 3;

bool isRefusal(ErrorCode code)
{
    switch (code) {
        case ErrorCode::revoked:
        case ErrorCode::protocolVersion:
        case ErrorCode::forked:
        case ErrorCode::locked:
        case ErrorCode::newer:
            return true;
        default:
            return false;
    }
}

}  // namespace

SyncEngine::SyncEngine(Profile& profile, const Clock& clock, SyncPace pace, QObject* parent)
    : QObject(parent),
      profile_(profile),
      clock_(clock),
      pace_(pace),
      backOff_(pace.firstBackOff, pace.longestBackOff,
               [] { return QRandomGenerator::global()->generateDouble(); })
{
    retry_.setSingleShot(true);
    silence_.setSingleShot(true);
    connect(&retry_, &QTimer::timeout, this, &SyncEngine::connectNow);
    connect(&silence_, &QTimer::timeout, this, &SyncEngine::silence);
    listenToNetwork();
}

SyncEngine::~SyncEngine() = default;

void SyncEngine::start()
{
    if (isStarted_) return;
    isStarted_ = true;
    connectNow();
}

void SyncEngine::stop()
{
    isStarted_ = false;
    retry_.stop();
    silence_.stop();
    nextAttempt_.reset();
    session_.reset();
    dropLink();
    setState(State::offline);
}

void SyncEngine::wake()
{
    if (!isStarted_) return;
    wasSettled_ = false;
    if (state_ == State::online) {
        // The line may have died without a word: whatever is sent now has to be answered soon.
        session_->ping();
        silence_.start(pace_.answerWithin);
        isPinged_ = true;
        pump();
    } else if (state_ == State::offline) {
        if (notBefore_ && clock_.now() < *notBefore_) return;
        backOff_.reset();
        connectNow();
    }
}

void SyncEngine::lookForFiles()
{
    wasSettled_ = false;
    if (!session_) return wake();
    session_->lookForFiles();
    pump();
}

bool SyncEngine::isSettled() const
{
    return session_ && session_->isWelcomed() && session_->isSettled();
}

std::uint64_t SyncEngine::sentN() const
{
    return session_ ? session_->sentN() : 0;
}

void SyncEngine::connectNow()
{
    if (!isStarted_ || state_ != State::offline) return;
    retry_.stop();
    nextAttempt_.reset();
    notBefore_.reset();
    attempts_ = 0;
    setState(State::connecting);
    tryNextAddress();
}

void SyncEngine::tryNextAddress()
{
    const auto& addresses = profile_.card().addresses;
    if (addresses.empty()) {
        lineClosed(ErrorCode::unreachable, QStringLiteral("the centre has no address"));
        return;
    }
    ++attempts_;
    address_ %= addresses.size();
    link_ = std::make_unique<ServerLink>(profile_.key(), profile_.card().pins,
                                         ServerLink::Purpose::conversation);
    connect(link_.get(), &ServerLink::opened, this, &SyncEngine::greet);
    connect(link_.get(), &ServerLink::received, this, &SyncEngine::take);
    connect(link_.get(), &ServerLink::drained, this, &SyncEngine::pump);
    // Queued, so that a link is never taken apart from inside one of its own signals; by then
    // another link may have taken its place.
    const auto closed = [this, link = link_.get()](ErrorCode code, const QString& detail) {
        if (link == link_.get()) lineClosed(code, detail);
    };
    connect(link_.get(), &ServerLink::closed, this, closed, Qt::QueuedConnection);
    link_->open(addresses[address_]);
}

void SyncEngine::greet()
{
    session_.emplace(profile_.ledger(), QCoreApplication::applicationVersion().toStdString());
    if (!nextPin_.empty() && replacements_ < kReplacementsMax) session_->renumberTo(nextPin_);
    if (!nextPin_.empty() && replacements_ >= kReplacementsMax) session_->partFromCopyTo(nextPin_);
    toldSentN_ = 0;
    carriedBytes_ = 0;
    isPinged_ = false;
    silence_.start(pace_.answerWithin);
    pump();
}

void SyncEngine::pump()
{
    while (session_ && link_ && link_->unsentBytes() < kUnsentBytesMax) {
        const auto message = session_->next(clock_.now());
        if (!message) {
            link_->close(message.error().code, QString::fromStdString(message.error().detail));
            return;
        }
        if (!*message) break;
        link_->send(**message);
    }
    if (session_ && session_->sentN() != toldSentN_) {
        toldSentN_ = session_->sentN();
        Q_EMIT sent(toldSentN_);
    }
}

void SyncEngine::take(const v1::FromCentre& message)
{
    if (!session_ || !link_) return;
    auto taken = session_->receive(message, clock_.now());
    if (taken && message.has_welcome()) {
        link_->allowLongFrames();
        taken = profile_.renew(message.welcome());
        backOff_.reset();
        lastFailure_.reset();
        if (taken) setState(State::online);
    }
    if (!taken) {
        link_->close(taken.error().code, QString::fromStdString(taken.error().detail));
        return;
    }
    afterMessage();
}

void SyncEngine::afterMessage()
{
    isPinged_ = false;
    silence_.start(pace_.pingAfter);
    if (const auto wait = session_->waitAsked()) {
        notBefore_ = clock_.now() + *wait;
        link_->close(ErrorCode::busy, QStringLiteral("the centre asks to come back later"));
        return;
    }
    Q_EMIT progress(session_->received(), session_->remaining());
    pump();
    if (!session_) return;
    const bool isSettledNow = isSettled();
    if (isSettledNow && !wasSettled_) Q_EMIT settled();
    wasSettled_ = isSettledNow;
}

void SyncEngine::silence()
{
    if (!session_ || !link_) return;
    // A slow line may need minutes for one message: it is dead when nothing moves on it.
    const quint64 carried = link_->carriedBytes();
    if (carried != std::exchange(carriedBytes_, carried)) {
        silence_.start(pace_.answerWithin);
        return;
    }
    if (isPinged_ || !session_->isWelcomed()) {
        link_->close(ErrorCode::timedOut, QStringLiteral("the centre has fallen silent"));
        return;
    }
    isPinged_ = true;
    session_->ping();
    silence_.start(pace_.answerWithin);
    pump();
}

void SyncEngine::lineClosed(ErrorCode code, const QString& detail)
{
    const bool wasOnline = state_ == State::online;
    silence_.stop();
    session_.reset();
    dropLink();
    wasSettled_ = false;
    lastFailure_ = Error{code, detail.toStdString()};
    if (!isStarted_) return;
    if (mayGoOnAnew(code)) {
        setState(State::offline);
        connectNow();
        return;
    }
    const bool mayTryOthers = !wasOnline && !isRefusal(code) && code != ErrorCode::busy;
    if (mayTryOthers && attempts_ < profile_.card().addresses.size()) {
        ++address_;
        tryNextAddress();
        return;
    }
    setState(State::offline);
    if (isRefusal(code)) backOff_.jumpToLongest();
    auto wait = backOff_.next();
    if (notBefore_) {
        const auto asked = *notBefore_ - clock_.now();
        wait += std::max(asked, std::chrono::milliseconds(0));
    }
    waitFor(wait);
    if (isRefusal(code)) {
        Q_EMIT refusedByCentre(code);
    } else {
        Q_EMIT failed(code, detail);
    }
}

/// A copy of this device writes under its number: this one goes on under another. True when the
/// next attempt is worth making at once.
bool SyncEngine::mayGoOnAnew(ErrorCode code)
{
    // This engine has one line: a newer one of this device is another's. Handshakes that overtake
    // each other may look so once or twice.
    const bool isCopied = code == ErrorCode::replaced && ++replacements_ >= kReplacementsMax;
    if ((code == ErrorCode::forked || isCopied) && nextPin_.empty()) {
        auto pin = profile_.nextPin();
        if (pin) nextPin_ = *std::move(pin);
        return bool(pin);
    }
    if (code != ErrorCode::renumbered) return false;
    nextPin_.clear();
    replacements_ = 0;
    return bool(profile_.takeNextKey());
}

void SyncEngine::dropLink()
{
    if (!link_) return;
    link_->disconnect(this);
    link_->close(ErrorCode::stopping, {});
    link_.release()->deleteLater();
}

void SyncEngine::waitFor(std::chrono::milliseconds wait)
{
    nextAttempt_ = clock_.now() + wait;
    retry_.start(wait);
}

void SyncEngine::listenToNetwork()
{
    if (!QNetworkInformation::loadDefaultBackend()) return;
    auto* network = QNetworkInformation::instance();
    connect(network, &QNetworkInformation::reachabilityChanged, this,
            [this](QNetworkInformation::Reachability reachability) {
                if (reachability == QNetworkInformation::Reachability::Disconnected) return;
                if (state_ == State::offline) wake();
            });
}

void SyncEngine::setState(State state)
{
    if (state_ == state) return;
    state_ = state;
    Q_EMIT stateChanged(state);
}

}  // namespace liaison
