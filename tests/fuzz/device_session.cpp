// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/sync/frame.h"
#include "tests/fuzz/sequence.h"
#include "tests/fuzz/target.h"
#include "tests/fuzz/world.h"

namespace liaison::fuzz {

namespace {

constexpr int kMessagesMax = 64;

/// A phone that talks with a centre that says what it likes.
class Caller {
public:
    Caller() { connect(); }

    void connect()
    {
        session_.emplace(world().phone().ledger(), "fuzz");
        talk();
    }

    void hear(const Step& step)
    {
        v1::FromCentre message;
        if (!parseMessage(step.message, message)) return end();
        if (step.flags & Step::kFitting) fit(message);
        world().noteChange();
        if (!session_->receive(message, world().now())) return end();
        if (message.has_welcome()) note("a welcome");
        if (message.has_edits()) note("a page");
        if (message.has_verdicts()) note("a verdict");
        talk();
    }

private:
    void end()
    {
        note("a conversation ended");
        connect();
    }

    /// Lets a greeting claim what this device has, so that the conversation goes on behind it.
    static void fit(v1::FromCentre& message)
    {
        if (!message.has_welcome()) return;
        const DeviceStanding& standing = world().phone().ledger().standing();
        message.mutable_welcome()->set_centre(standing.centre.bytes());
        message.mutable_welcome()->set_last_n(standing.lastN);
        message.mutable_welcome()->set_chain(standing.chain);
    }

    void talk()
    {
        for (int count = 0; count < kMessagesMax; ++count) {
            const auto message = session_->next(world().now());
            if (!message || !*message) return;
            promise(frameOf(**message).size() <= kFrameBytesMax + 4, "a message fits its frame");
        }
        promise(false, "a phone has an end of messages");
    }

    std::optional<DeviceSession> session_;
};

}  // namespace

void prepareDeviceSession()
{
    world().prepare();
}

void runDeviceSession(std::string_view bytes)
{
    SameRandomness same(3);
    const ReplacedRandomness replaced(same);
    DeviceLedger& ledger = world().phone().ledger();
    const DeviceNumber number = ledger.standing().number;
    Caller caller;
    for (const Step& step : stepsIn(bytes)) {
        if (step.flags & Step::kLater) world().advance(std::chrono::hours(1));
        if (step.flags & Step::kSave) world().save();
        if (step.flags & Step::kReconnect) caller.connect();
        caller.hear(step);
    }
    promise(bool(ledger.ledger().digest(v1::ROLE_NURSE)), "the ledger can be read");
    if (ledger.standing().number != number) return;
    const auto own = ledger.ownEdits(1, 1'000);
    promise(own && own->size() == ledger.standing().lastN, "no own edit is lost to what is said");
}

}  // namespace liaison::fuzz
