// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <string>

#include "mobile/store/joining_profile.h"

namespace liaison {

/// Asks the centre of the profile's invite to take this device in, and waits for its answer.
/// Fails as JoinRequest does. Needs a QCoreApplication.
Result<Profile> joinAndWait(JoiningProfile joining, const std::string& deviceName,
                            const Schema& schema);

/// What one synchronisation did.
struct SyncOutcome {
    std::uint64_t received = 0;  ///< entries of other devices
};

/// Sends and receives until nothing is left.
///
/// With `wait` zero it makes one attempt and fails with why it did not work out; otherwise it keeps
/// trying for that long, then fails with why the last attempt ended, or `timedOut`. A centre that
/// refuses the device, and a disk that cannot keep what comes, end it at once.
Result<SyncOutcome> syncAndWait(Profile& profile, const Clock& clock, std::chrono::seconds wait);

}  // namespace liaison
