// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/net/connection.h"

#include <boost/asio/experimental/awaitable_operators.hpp>

#include "server/net/conversation.h"
#include "server/net/farewell.h"
#include "shared/sync/join_session.h"

namespace liaison {

namespace {

using namespace asio::experimental::awaitable_operators;

/// What `work` came to, or `timedOut` when the time ran out first.
template <typename T>
Awaitable<Result<T>> within(Limits::Duration time, Awaitable<Result<T>> work)
{
    asio::steady_timer timer(co_await asio::this_coro::executor, time);
    auto race = std::move(work) || timer.async_wait(kAwait);
    auto first = co_await std::move(race);
    if (first.index() == 0) co_return std::get<0>(std::move(first));
    co_return Error{ErrorCode::timedOut, "a deadline passed"};
}

/// The rest of a device's visit, on the strand of its centre.
Awaitable<Error> holdConversation(TlsStream& stream, std::shared_ptr<Centre> centre, Peer peer,
                                  std::shared_ptr<Turnstile::Pass> pass, const Reception& reception)
{
    Result<std::optional<CentreDevice>> device = centre->ledger().deviceWithPin(peer.pin);
    if (!device) co_return device.error();
    if (!*device || (*device)->isRevoked) co_return Error{ErrorCode::revoked, "unknown device"};
    auto renumbered = [&reception, id = centre->id()](const CentreDevice& made) {
        // The centre's file has the device already, and tells this table at the next start.
        const Result<Done> kept = reception.store.addKey(made.pin, {id, made.number});
        if (!kept) reception.log->error("server.db was not written: {}", kept.error().detail);
        reception.log->info("centre {}: a device goes on as {}", id.text(), made.number.text());
    };
    auto settled = [pass = std::move(pass)] { pass->release(); };
    Conversation conversation(stream, *centre, **device, reception.pins, reception.limits,
                              reception.clock, {std::move(renumbered), std::move(settled)});
    co_return co_await conversation.run();
}

/// The answer to `Join`, on the strand of the centre that made the invite.
Awaitable<v1::FromCentre> joinAt(std::shared_ptr<Centre> centre, v1::Join message, std::string pin,
                                 const Reception& reception)
{
    const Result<v1::Joined> joined =
        liaison::join(centre->ledger(), message, pin, reception.pins, reception.clock.now());
    if (!joined) {
        reception.log->warn("centre {}: join refused: {} ({})", centre->id().text(),
                            name(joined.error().code), joined.error().detail);
        co_return farewell(joined.error());
    }
    v1::FromCentre answer;
    *answer.mutable_joined() = *joined;
    co_return answer;
}

Error notOpened()
{
    return {ErrorCode::busy, "the centre cannot be opened"};
}

bool isOrdinary(const Error& end)
{
    return end.code == ErrorCode::unreachable || end.code == ErrorCode::replaced ||
           end.code == ErrorCode::stopping;
}

}  // namespace

Connection::Connection(Tcp::socket socket, Admission::Ticket ticket, Strand strand,
                       Reception& reception)
    : stream_(std::move(socket), reception.policy),
      ticket_(std::move(ticket)),
      strand_(std::move(strand)),
      reception_(reception),
      visitEnds_(strand_)
{
}

void Connection::start()
{
    ticket_.onTurnedAway([weak = weak_from_this()] {
        const auto self = weak.lock();
        if (!self) return;
        asio::post(self->strand_, [self] {
            if (self->isStranger_) self->stream_.close();
        });
    });
    auto keepAlive = [self = shared_from_this()]() -> Awaitable<void> { co_await self->run(); };
    asio::co_spawn(strand_, std::move(keepAlive), [log = reception_.log](std::exception_ptr fault) {
        if (fault) log->error("a connection ended by an exception");
    });
}

Awaitable<void> Connection::run()
{
    const Result<Done> turn = co_await awaitTurn();
    if (!turn) {
        reception_.log->info("handshake refused: {}", turn.error().detail);
        co_return;
    }
    Result<Peer> peer = co_await shakeHands();
    if (!peer) {
        reception_.log->info("handshake refused: {}", peer.error().detail);
        co_return;
    }
    if (peer->isJoining) {
        co_await join(*std::move(peer));
    } else {
        co_await converse(*std::move(peer));
    }
}

Awaitable<Result<Done>> Connection::awaitTurn()
{
    const Result<Done> heard = co_await within(reception_.limits.handshake, stream_.heard());
    if (!heard) co_return heard;
    auto entered = co_await within(reception_.limits.turn, reception_.turnstile.enter());
    if (!entered) co_return entered.error();
    pass_ = *std::move(entered);
    // Who is slow keeps nobody else waiting for long.
    visitEnds_.expires_after(reception_.limits.visit);
    visitEnds_.async_wait([pass = pass_](boost::system::error_code) { pass->release(); });
    co_return done();
}

Awaitable<Result<Peer>> Connection::shakeHands()
{
    return within(reception_.limits.handshake, stream_.handshake());
}

Awaitable<void> Connection::converse(Peer peer)
{
    const std::optional<KnownKey> key = reception_.store.keyOf(peer.pin);
    Result<std::shared_ptr<Centre>> centre = Error{ErrorCode::revoked, "unknown device"};
    if (key) centre = reception_.centres.open(key->centre);
    if (!centre) {
        reception_.log->error("a device was turned away: {} ({})", name(centre.error().code),
                              centre.error().detail);
        v1::FromCentre lastWords = farewell(notOpened());
        co_await part(std::move(lastWords));
        co_return;
    }
    ticket_.becomeKnown();
    isStranger_ = false;
    auto visit = holdConversation(stream_, *centre, std::move(peer), pass_, reception_);
    const Strand& strand = (*centre)->strand();
    const Error end = co_await asio::co_spawn(strand, std::move(visit), asio::use_awaitable);
    reception_.log->log(isOrdinary(end) ? spdlog::level::info : spdlog::level::warn,
                        "centre {}: device {} left: {} ({})", (*centre)->id().text(),
                        key->device.text(), name(end.code), end.detail);
}

Awaitable<void> Connection::join(Peer peer)
{
    Result<v1::Join> message = co_await within(reception_.limits.firstFrame, receiveJoin());
    if (!message) {
        reception_.log->warn("a joining device was turned away: {} ({})",
                             name(message.error().code), message.error().detail);
        v1::FromCentre lastWords = farewell(message.error());
        co_await part(std::move(lastWords));
        co_return;
    }
    v1::FromCentre lastWords = co_await answer(*std::move(message), std::move(peer.pin));
    co_await part(std::move(lastWords));
}

Awaitable<Result<v1::Join>> Connection::receiveJoin()
{
    FrameReader frames(kFrameBytesMaxUnknown);
    while (true) {
        const Result<std::size_t> size = co_await stream_.read(frames);
        if (!size) co_return size.error();
        if (*size == 0) co_return Error{ErrorCode::unreachable, "left without joining"};
        const auto bytes = frames.next();
        if (!bytes) co_return bytes.error();
        if (!*bytes) continue;
        v1::FromDevice message;
        const Result<Done> parsed = parseMessage(**bytes, message);
        if (!parsed) co_return parsed.error();
        if (message.has_join()) co_return std::move(*message.mutable_join());
        co_return Error{ErrorCode::outOfPlace, "something else than Join"};
    }
}

Awaitable<v1::FromCentre> Connection::answer(v1::Join message, std::string pin)
{
    const Error refused{ErrorCode::inviteRefused, "invite unknown, expired, used or wrong"};
    const std::optional<RecordId> id = reception_.store.centreOfInvite(message.invite());
    const std::optional<KnownKey> known = reception_.store.keyOf(pin);
    // A key belongs to one centre for ever.
    if (!id || (known && known->centre != *id)) {
        reception_.log->warn("join refused");
        co_return farewell(refused);
    }
    const Result<std::shared_ptr<Centre>> centre = reception_.centres.open(*id);
    if (!centre) co_return farewell(notOpened());
    auto visit = joinAt(*centre, std::move(message), pin, reception_);
    const Strand& strand = (*centre)->strand();
    v1::FromCentre lastWords =
        co_await asio::co_spawn(strand, std::move(visit), asio::use_awaitable);
    if (!lastWords.has_joined()) co_return lastWords;
    const KnownKey key{*id, DeviceNumber::ofKey(pin)};
    // The centre's file has the device already, and tells this table at the next start.
    if (const Result<Done> kept = reception_.store.addKey(pin, key); !kept)
        reception_.log->error("server.db was not written: {} ({})", name(kept.error().code),
                              kept.error().detail);
    reception_.log->info("centre {}: device {} joined", id->text(), key.device.text());
    co_return lastWords;
}

Awaitable<void> Connection::part(v1::FromCentre lastWords)
{
    asio::steady_timer timer(strand_, reception_.limits.farewell);
    auto race = sendAndPart(frameOf(lastWords)) || timer.async_wait(kAwait);
    co_await std::move(race);
    stream_.close();
}

Awaitable<void> Connection::sendAndPart(std::string frame)
{
    const Result<Done> sent = co_await stream_.write(frame);
    if (!sent) co_return;
    stream_.endWriting();
    co_await stream_.discard();
}

}  // namespace liaison
