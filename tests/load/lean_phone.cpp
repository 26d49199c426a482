// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/load/lean_phone.h"

#include "liaison/v1/ledger.pb.h"
#include "shared/base/bytes.h"
#include "shared/record/schema.h"
#include "shared/sync/device_session.h"

namespace liaison::load {

LeanPhone::LeanPhone(const Enrolled& device) : Caller(device.papers, device.route), device_(device)
{
}

void LeanPhone::write(v1::Change change, Instant now)
{
    const auto milliseconds = static_cast<std::uint64_t>(now.time_since_epoch().count());
    v1::Edit message;
    message.set_n(edits_.size() + 1);
    message.set_stamp(milliseconds << 16);
    std::uint64_t salt = 0;
    for (const char byte : randomBytes(8)) {
        salt = salt << 8 | static_cast<std::uint8_t>(byte);
    }
    message.add_salts(salt);
    *message.add_changes() = std::move(change);
    const Edit edit = Edit::write(device_.key.number(), message);
    edits_.push_back({edit.bytes(), chainAfter(chainAt(edits_.size()), edit.hash())});
}

const std::string& LeanPhone::chainAt(std::uint64_t n) const
{
    static const std::string beginning;
    return n == 0 ? beginning : edits_[n - 1].chain;
}

bool LeanPhone::isSettled() const
{
    return isWelcomed_ && isPullComplete_ && applied_ + refused_ == edits_.size();
}

void LeanPhone::beginAnew()
{
    isGreeted_ = false;
    isWelcomed_ = false;
    isPullComplete_ = false;
    trustedFrom_ = 0;
    sentN_ = applied_ + refused_;
}

Result<std::optional<v1::FromDevice>> LeanPhone::nextMessage()
{
    if (!std::exchange(isGreeted_, true)) return std::optional(hello());
    return push();
}

v1::FromDevice LeanPhone::hello() const
{
    v1::FromDevice message;
    v1::Hello& hello = *message.mutable_hello();
    hello.set_protocol(kProtocolVersion);
    hello.set_app("load");
    hello.set_schema(Schema::care().version());
    hello.set_cursor(cursor_);
    hello.set_last_n(edits_.size());
    hello.set_chain(chainAt(edits_.size()));
    hello.set_unlock_token(device_.joined.unlock_token());
    hello.set_waiting(edits_.size() - applied_ - refused_);
    return message;
}

std::optional<v1::FromDevice> LeanPhone::push()
{
    if (sentN_ >= edits_.size() || (!isWelcomed_ && trustedFrom_ != 0)) return std::nullopt;
    v1::FromDevice message;
    v1::Push& push = *message.mutable_push();
    push.set_number(sentN_ + 1);
    push.set_first_n(sentN_ + 1);
    push.set_chain(chainAt(sentN_));
    if (!isWelcomed_) trustedFrom_ = sentN_ + 1;
    const std::size_t bytesMax = isWelcomed_ ? kPushBytesMax : kOptimisticPushBytesMax;
    std::size_t bytes = 0;
    while (sentN_ < edits_.size() && push.edits_size() < static_cast<int>(kPushEditsMax)) {
        bytes += edits_[sentN_].bytes.size();
        if (bytes > bytesMax) break;
        push.add_edits(edits_[sentN_++].bytes);
    }
    return message;
}

Result<Done> LeanPhone::take(const v1::FromCentre& message)
{
    if (message.has_welcome()) return takeWelcome(message.welcome());
    if (message.has_edits()) return takeEdits(message.edits());
    if (message.has_wait()) return Error{ErrorCode::busy, "asked to come back later"};
    for (const v1::Applied& run : message.verdicts().applied()) {
        applied_ += run.count();
    }
    refused_ += static_cast<std::uint64_t>(message.verdicts().refused_size());
    if (message.has_verdicts()) answeredAt_ = std::chrono::steady_clock::now();
    return done();
}

Result<Done> LeanPhone::takeWelcome(const v1::Welcome& welcome)
{
    const std::uint64_t lastN = welcome.last_n();
    if (lastN > edits_.size() || welcome.chain() != chainAt(lastN)) {
        return Error{ErrorCode::forked, "another history under this number"};
    }
    isWelcomed_ = true;
    isPullComplete_ = welcome.to_receive() == 0;
    if (trustedFrom_ != lastN + 1) sentN_ = lastN;
    return done();
}

Result<Done> LeanPhone::takeEdits(const v1::Edits& edits)
{
    received_ += static_cast<std::uint64_t>(edits.entries_size());
    cursor_ = edits.cursor();
    isPullComplete_ = edits.remaining() == 0;
    receivedAt_ = std::chrono::steady_clock::now();
    return done();
}

}  // namespace liaison::load
