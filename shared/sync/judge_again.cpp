// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/sync/judge_again.h"

#include <algorithm>
#include <iterator>

#include "shared/base/plant.h"
#include "shared/sync/judge.h"

namespace liaison {

namespace {

constexpr std::string_view kSchemaName = "judged under schema";
constexpr std::size_t kBatch = 500;

/// Gives an entry its new word; what its records could be waited for is added to `arrived`.
Result<Done> move(CentreLedger& centre, LedgerEntry entry, const Verdict& verdict,
                  std::vector<RecordId>& arrived)
{
    entry.verdict = verdict;
    if (verdict.isApplied) {
        const auto touched = recordsTouchedBy(entry.edit);
        arrived.insert(arrived.end(), touched.begin(), touched.end());
    }
    const auto moved = centre.moveToHead(std::move(entry));
    return moved ? done() : Result<Done>(moved.error());
}

/// The roles that the author of an edit of this name may have written it under: the present one,
/// and those held.
Result<std::vector<Role>> rolesOf(CentreLedger& centre, const Dot& dot, Instant now)
{
    const auto owner = centre.ledger().ownerOf(dot.device);
    if (!owner) return owner.error();
    if (!*owner) return std::vector<Role>{v1::ROLE_UNSPECIFIED};
    const auto present = centre.roleOf(**owner);
    if (!present) return present.error();
    std::vector<Role> roles{*present};
    const auto device = centre.device(dot.device);
    if (!device) return device.error();
    if (*device) {
        for (const Role held : (*device)->roles.rolesFor(dot.n, now)) {
            if (std::find(roles.begin(), roles.end(), held) == roles.end()) roles.push_back(held);
        }
    }
    return roles;
}

/// The batch of what waits for a schema behind this place; where the next one begins.
Result<std::uint64_t> judgeBatch(CentreLedger& centre, std::uint64_t after, Instant now,
                                 std::vector<RecordId>& arrived)
{
    auto waiting = centre.awaitingSchema(after, kBatch);
    if (!waiting) return waiting.error();
    std::uint64_t last = waiting->empty() ? 0 : waiting->back().verdict->sequence;
    for (LedgerEntry& entry : *waiting) {
        const auto roles = rolesOf(centre, entry.edit.dot(), now);
        if (!roles) return roles.error();
        const auto verdict = judge(centre, entry.edit, *roles, now);
        if (!verdict) return verdict.error();
        if (!verdict->isApplied && verdict->code == ErrorCode::newer) continue;
        auto moved = move(centre, std::move(entry), *verdict, arrived);
        if (!moved) return moved.error();
    }
    return last;
}

}  // namespace

std::vector<RecordId> recordsTouchedBy(const Edit& edit)
{
    std::vector<RecordId> touched;
    for (const v1::Change& change : edit.message().changes()) {
        if (const auto id = RecordId::fromBytes(change.record())) touched.push_back(*id);
    }
    return touched;
}

Result<Done> judgeAwaiting(CentreLedger& centre, std::vector<RecordId> arrived, Instant now)
{
    if (arrived.empty() || planted("depends-forgotten")) return done();
    const auto isAnyWaiting = centre.hasAwaiting();
    if (!isAnyWaiting) return isAnyWaiting.error();
    if (!*isAnyWaiting) return done();
    while (!arrived.empty()) {
        const RecordId record = arrived.back();
        arrived.pop_back();
        auto waiting = centre.takeAwaiting(record);
        if (!waiting) return waiting.error();
        for (LedgerEntry& entry : *waiting) {
            const auto verdict = judgeGranted(centre, entry.edit, now);
            if (!verdict) return verdict.error();
            const bool isStillWaiting = !verdict->isApplied && verdict->code == ErrorCode::depends;
            auto judged = isStillWaiting ? centre.await(entry.edit, *verdict)
                                         : move(centre, std::move(entry), *verdict, arrived);
            if (!judged) return judged;
        }
    }
    return done();
}

Result<Done> judgeNewer(CentreLedger& centre, Instant now)
{
    const std::string schema = std::to_string(centre.ledger().schema().version());
    const auto before = centre.ledger().meta(kSchemaName);
    if (!before) return before.error();
    if (*before == schema) return done();
    auto transaction = centre.ledger().begin();
    if (!transaction) return transaction.error();
    std::vector<RecordId> arrived;
    std::uint64_t after = 0;
    const auto head = centre.ledger().head();
    if (!head) return head.error();
    while (after < *head) {
        const auto last = judgeBatch(centre, after, now, arrived);
        if (!last) return last.error();
        if (*last == 0) break;
        after = *last;
    }
    auto judged = judgeAwaiting(centre, std::move(arrived), now);
    if (judged) judged = centre.ledger().setMeta(kSchemaName, schema);
    if (!judged) {
        centre.ledger().forgetTouched();
        return judged;
    }
    return centre.ledger().commit(*transaction);
}

}  // namespace liaison
