// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/ledger/device_standing.h"

#include <algorithm>

namespace liaison {

namespace {

constexpr std::string_view kName = "standing";

std::int64_t millisecondsOf(Instant instant)
{
    return instant.time_since_epoch().count();
}

RecordId idOf(const std::string& bytes)
{
    const auto id = RecordId::fromBytes(bytes);
    return id ? *id : RecordId{};
}

}  // namespace

bool DeviceStanding::isOwn(DeviceNumber author) const
{
    return author == number ||
           std::find(formerNumbers.begin(), formerNumbers.end(), author) != formerNumbers.end();
}

Result<DeviceStanding> readStanding(Ledger& ledger)
{
    const auto bytes = ledger.meta(kName);
    if (!bytes) return bytes.error();
    if (!*bytes) return DeviceStanding{};
    v1::StoredDeviceStanding stored;
    if (!stored.ParseFromString(**bytes)) return Error{ErrorCode::damaged, "standing"};
    DeviceStanding standing;
    standing.number = {stored.number()};
    standing.centre = idOf(stored.centre());
    standing.member = idOf(stored.member());
    standing.unlockToken = stored.unlock_token();
    standing.role =
        v1::Role_IsValid(stored.role()) ? static_cast<Role>(stored.role()) : v1::ROLE_UNSPECIFIED;
    standing.lastN = stored.last_n();
    standing.chain = stored.chain();
    standing.cursor = stored.cursor();
    standing.head = stored.head();
    standing.epoch = stored.epoch();
    standing.view = stored.view();
    if (stored.has_last_contact()) {
        standing.lastContact = Instant(std::chrono::milliseconds(stored.last_contact()));
    }
    standing.clockOffset = std::chrono::milliseconds(stored.clock_offset());
    standing.isFirstRunComplete = stored.first_run_complete();
    standing.lastStamp = {stored.last_stamp()};
    standing.run = stored.run();
    standing.completeRun = stored.complete_run();
    standing.runKeeps = stored.run_keeps();
    standing.epochRun = stored.epoch_run();
    if (stored.has_last_compared()) {
        standing.lastCompared = Instant(std::chrono::milliseconds(stored.last_compared()));
    }
    standing.differing = stored.differing();
    standing.earlierCursors = {stored.earlier_cursors().begin(), stored.earlier_cursors().end()};
    for (const std::uint64_t number : stored.former_numbers()) {
        standing.formerNumbers.push_back({number});
    }
    return standing;
}

Result<Done> keepStanding(Ledger& ledger, const DeviceStanding& standing)
{
    v1::StoredDeviceStanding stored;
    stored.set_number(standing.number.value);
    stored.set_centre(standing.centre.bytes());
    stored.set_member(standing.member.bytes());
    stored.set_unlock_token(standing.unlockToken);
    stored.set_role(standing.role);
    stored.set_last_n(standing.lastN);
    stored.set_chain(standing.chain);
    stored.set_cursor(standing.cursor);
    stored.set_head(standing.head);
    stored.set_epoch(standing.epoch);
    stored.set_view(standing.view);
    if (standing.lastContact) stored.set_last_contact(millisecondsOf(*standing.lastContact));
    stored.set_clock_offset(standing.clockOffset.count());
    stored.set_first_run_complete(standing.isFirstRunComplete);
    stored.set_last_stamp(standing.lastStamp.value);
    stored.set_run(standing.run);
    stored.set_complete_run(standing.completeRun);
    stored.set_run_keeps(standing.runKeeps);
    stored.set_epoch_run(standing.epochRun);
    if (standing.lastCompared) stored.set_last_compared(millisecondsOf(*standing.lastCompared));
    stored.set_differing(standing.differing);
    for (const std::string& cursor : standing.earlierCursors) {
        stored.add_earlier_cursors(cursor);
    }
    for (const DeviceNumber& number : standing.formerNumbers) {
        stored.add_former_numbers(number.value);
    }
    return ledger.setMeta(kName, stored.SerializeAsString());
}

}  // namespace liaison
