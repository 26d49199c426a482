// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/sync/frame.h"
#include "tests/fuzz/sequence.h"
#include "tests/fuzz/target.h"
#include "tests/fuzz/world.h"

namespace liaison::fuzz {

namespace {

constexpr int kAnswersMax = 64;

/// The connection of a device that says what it likes.
class Guest {
public:
    Guest() : session_(world().centreSession()) {}

    bool isThere() const { return session_.has_value(); }
    void connect()
    {
        session_.reset();
        auto next = world().centreSession();
        if (next) session_.emplace(*std::move(next));
    }
    void say(const Step& step)
    {
        v1::FromDevice message;
        if (!parseMessage(step.message, message)) return end();
        if (step.flags & Step::kFitting) fit(message);
        if (!session_->receive(message, world().now())) return end();
        if (message.has_hello()) note("a greeting");
        world().noteChange();
        if (session_->hasPushes() && !judge()) return end();
        listen();
    }

private:
    void end()
    {
        note("a conversation ended");
        connect();
    }

    /// Fits a push to what the centre has, so that its edits are looked at.
    static void fit(v1::FromDevice& message)
    {
        if (!message.has_push()) return;
        const auto row = world().centre().ledger().device(world().phone().number());
        if (!row || !*row) return;
        message.mutable_push()->set_first_n((*row)->lastN + 1);
        message.mutable_push()->set_chain((*row)->chain);
    }

    bool judge()
    {
        Ledger& ledger = world().centre().ledger().ledger();
        auto transaction = ledger.begin();
        promise(bool(transaction), "a transaction can begin");
        if (!session_->judge(world().now())) {
            session_->dropPushes();
            return false;
        }
        promise(bool(ledger.commit(*transaction)), "a sound disk commits");
        session_->committed();
        note("a commit");
        return true;
    }

    void listen()
    {
        for (int count = 0; count < kAnswersMax; ++count) {
            const auto message = session_->next(world().now());
            if (!message) return end();
            if (!*message) return;
            note("an answer");
            promise(frameOf(**message).size() <= kFrameBytesMax + 4, "an answer fits its frame");
        }
        promise(false, "the centre has an end of answers");
    }

    std::optional<CentreSession> session_;
};

}  // namespace

void prepareCentreSession()
{
    world().prepare();
}

void runCentreSession(std::string_view bytes)
{
    SameRandomness same(2);
    const ReplacedRandomness replaced(same);
    Guest guest;
    for (const Step& step : stepsIn(bytes)) {
        if (step.flags & Step::kLater) world().advance(std::chrono::hours(1));
        if (step.flags & Step::kReconnect) guest.connect();
        if (!guest.isThere()) break;
        guest.say(step);
    }
    promise(bool(world().centre().ledger().ledger().digest(v1::ROLE_NURSE)),
            "the ledger can be read whatever a device said");
}

}  // namespace liaison::fuzz
