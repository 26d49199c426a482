// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "shared/sync/centre_session.h"

namespace liaison {

Result<Done> CentreSession::answerWitness(const v1::Witness& message, Intake& intake)
{
    v1::WitnessFrom answer;
    for (const std::string& bytes : message.cursors()) {
        const auto cursor = opened(bytes, centre_.standing().secret);
        if (!cursor) continue;
        const auto isShared = isInLog(*cursor);
        if (!isShared) return isShared.error();
        if (*isShared) answer.set_sequence(std::max(answer.sequence(), cursor->sequence));
    }
    if (const auto testified = opened(message.testified(), centre_.standing().secret)) {
        const auto goesOn = isInLog(*testified);
        if (!goesOn) return goesOn.error();
        answer.set_goes_on(*goesOn);
    }
    const auto skipped = intake.witness(message);
    if (!skipped) return skipped.error();
    answer.set_skipped(*skipped);
    answer.set_taken(message.last());
    if (message.last() || !message.entries().empty()) {
        const auto cursor = cursorAtHead();
        if (!cursor) return cursor.error();
        answer.set_cursor(*cursor);
    }
    witnessIsTaken_ = message.last();
    *answersNow_.emplace_back().mutable_witness_from() = answer;
    return done();
}

}  // namespace liaison
