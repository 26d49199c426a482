// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include "mobile/store/joining_profile.h"
#include "mobile/store/profile.h"
#include "mobile/viewmodel/workplace.h"
#include "tests/support/small_world.h"

namespace liaison::test {

/// A clock of the application that a test moves by hand.
class HandClock final : public Clock {
public:
    explicit HandClock(FakeClock& fake) : fake_(fake) {}
    Instant now() const override { return fake_.now; }

private:
    FakeClock& fake_;
};

/// An opened profile of a member, joined by a real invite, with all that a page's view model works
/// on. Nothing is sent unless `synchronise` is called.
class OpenProfile {
public:
    OpenProfile(const TempFolder& folder, const std::string& name, SmallCentre& centre, Role role,
                const Schema& schema);

    Workplace& workplace() { return *workplace_; }
    DeviceLedger& ledger() { return profile_->ledger(); }
    const DateWords& words() const { return *words_; }
    void synchronise() { test::synchronise(ledger(), centre_); }
    /// Saves a message as a record, new unless one is named.
    RecordId write(std::uint32_t kind, const google::protobuf::Message& patch,
                   std::optional<RecordId> record = {});

private:
    SmallCentre& centre_;
    HandClock clock_;
    std::unique_ptr<Profile> profile_;
    std::unique_ptr<SyncEngine> engine_;
    std::unique_ptr<DateWords> words_;
    std::unique_ptr<Workplace> workplace_;
};

}  // namespace liaison::test
