// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <random>
#include <vector>

#include "liaison/v1/sync.pb.h"
#include "shared/base/randomness.h"
#include "tests/support/small_world.h"

namespace liaison::fuzz {

/// What looks random and is the same in each run, so that a conversation can be told again byte by
/// byte.
class SameRandomness : public Randomness {
public:
    explicit SameRandomness(std::uint32_t seed) : engine_(seed) {}
    void fill(std::span<std::uint8_t> bytes) override;

private:
    std::mt19937 engine_;
};

/// A centre with a nurse who has something to send and something to receive, over real ledgers. It
/// is the same world in every process.
class World {
public:
    World();

    /// Puts both sides back to what they were, if anything was noted as changed.
    void prepare();
    void noteChange() { isChanged_ = true; }

    test::SmallCentre& centre() { return *centre_; }
    test::SmallPhone& phone() { return *phone_; }
    Instant now() const { return clock_.now; }
    void advance(std::chrono::milliseconds by) { clock_.advance(by); }
    /// The centre's side of a new connection of the nurse; none once the centre has no such device.
    std::optional<CentreSession> centreSession();
    /// Saves something more on the phone.
    void save();

private:
    TempFolder folder_;
    test::FakeClock clock_;
    Instant begin_{};
    std::unique_ptr<test::SmallCentre> centre_;
    std::unique_ptr<test::SmallPhone> pristine_;
    std::unique_ptr<TempFolder> phoneFolder_;
    std::unique_ptr<test::SmallPhone> phone_;
    bool isChanged_ = true;
};

World& world();

/// An undisturbed conversation of that phone with its centre, message by message.
struct Conversation {
    std::vector<v1::FromDevice> up;
    std::vector<v1::FromCentre> down;
};
Conversation conversation(World& world);

}  // namespace liaison::fuzz
