// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/ledger/centre_ledger.h"

namespace liaison {

namespace {

constexpr std::string_view kDeviceColumns =
    "number, pin, member, name, token_hash, last_n, chain, joined_at, last_contact, app, waiting,"
    " revoked, rights";
constexpr std::string_view kInviteColumns =
    "id, secret_hash, member, expires_at, tries, used_by, used_at";

std::int64_t millisecondsOf(Instant instant)
{
    return instant.time_since_epoch().count();
}

Instant instantOf(std::int64_t milliseconds)
{
    return Instant(std::chrono::milliseconds(milliseconds));
}

RecordId idAt(const Statement& row, int column)
{
    const auto id = RecordId::fromBytes(row.blob(column));
    return id ? *id : RecordId{};
}

std::optional<Instant> instantAt(const Statement& row, int column)
{
    const auto milliseconds = row.optionalInteger(column);
    return milliseconds ? std::optional(instantOf(*milliseconds)) : std::nullopt;
}

CentreDevice deviceAt(const Statement& row)
{
    CentreDevice device;
    device.number = {static_cast<std::uint64_t>(row.integer(0))};
    device.pin = row.blob(1);
    device.member = idAt(row, 2);
    device.name = row.text(3);
    device.tokenHash = row.blob(4);
    device.lastN = static_cast<std::uint64_t>(row.integer(5));
    device.chain = row.blob(6);
    device.joinedAt = instantOf(row.integer(7));
    device.lastContact = instantAt(row, 8);
    device.app = row.text(9);
    device.waiting = static_cast<std::uint64_t>(row.integer(10));
    device.isRevoked = row.integer(11) != 0;
    device.roles = HeldRoles::read(row.blob(12));
    return device;
}

StoredInvite inviteAt(const Statement& row)
{
    StoredInvite invite;
    invite.id = row.blob(0);
    invite.secretHash = row.blob(1);
    invite.member = idAt(row, 2);
    invite.expiresAt = instantOf(row.integer(3));
    invite.tries = static_cast<std::uint32_t>(row.integer(4));
    invite.usedByPin = row.blob(5);
    invite.usedAt = instantAt(row, 6);
    return invite;
}

template <typename Row, typename Read>
Result<std::vector<Row>> allRows(Statement& select, Read read)
{
    std::vector<Row> rows;
    while (true) {
        const auto more = select.step();
        if (!more) return more.error();
        if (!*more) return rows;
        rows.push_back(read(select));
    }
}

template <typename Row, typename Read>
Result<std::optional<Row>> oneRow(Statement& select, Read read)
{
    const auto found = select.step();
    if (!found) return found.error();
    if (!*found) return std::optional<Row>{};
    return std::optional(read(select));
}

std::string selectFrom(std::string_view columns, std::string_view rest)
{
    return "SELECT " + std::string(columns) + " FROM " + std::string(rest);
}

}  // namespace

Result<std::optional<CentreDevice>> CentreLedger::device(DeviceNumber number)
{
    auto select = ledger_.database().prepare(selectFrom(kDeviceColumns, "device WHERE number = ?"));
    if (!select) return select.error();
    select->bind(1, static_cast<std::int64_t>(number.value));
    return oneRow<CentreDevice>(*select, deviceAt);
}

Result<std::optional<CentreDevice>> CentreLedger::deviceWithPin(const std::string& pin)
{
    auto select = ledger_.database().prepare(selectFrom(kDeviceColumns, "device WHERE pin = ?"));
    if (!select) return select.error();
    select->bindBlob(1, std::string_view(pin));
    return oneRow<CentreDevice>(*select, deviceAt);
}

Result<std::vector<CentreDevice>> CentreLedger::devices()
{
    auto select =
        ledger_.database().prepare(selectFrom(kDeviceColumns, "device ORDER BY joined_at, number"));
    if (!select) return select.error();
    return allRows<CentreDevice>(*select, deviceAt);
}

Result<Done> CentreLedger::keepDevice(const CentreDevice& device)
{
    auto upsert = ledger_.database().prepare(
        "INSERT INTO device(number, pin, member, name, token_hash, last_n, chain, joined_at,"
        " last_contact, app, waiting, revoked, rights)"
        " VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
        " ON CONFLICT(number) DO UPDATE SET name = excluded.name,"
        " token_hash = excluded.token_hash, last_n = excluded.last_n, chain = excluded.chain,"
        " last_contact = excluded.last_contact, app = excluded.app, waiting = excluded.waiting,"
        " revoked = excluded.revoked, rights = excluded.rights");
    if (!upsert) return upsert.error();
    upsert->bind(1, static_cast<std::int64_t>(device.number.value))
        .bindBlob(2, std::string_view(device.pin))
        .bindBlob(3, device.member.bytes())
        .bindText(4, std::string_view(device.name))
        .bindBlob(5, std::string_view(device.tokenHash))
        .bind(6, static_cast<std::int64_t>(device.lastN))
        .bindBlob(7, std::string_view(device.chain))
        .bind(8, millisecondsOf(device.joinedAt))
        .bindText(10, std::string_view(device.app))
        .bind(11, static_cast<std::int64_t>(device.waiting))
        .bind(12, static_cast<std::int64_t>(device.isRevoked))
        .bindBlob(13, device.roles.bytes());
    upsert->bind(9, device.lastContact
                        ? std::optional<std::int64_t>(millisecondsOf(*device.lastContact))
                        : std::nullopt);
    if (auto kept = upsert->run(); !kept) return kept;
    return ledger_.addOwner({device.number, device.member});
}

Result<Done> CentreLedger::keepInvite(const StoredInvite& invite)
{
    auto upsert = ledger_.database().prepare(
        "INSERT INTO invite(id, secret_hash, member, expires_at, tries, used_by, used_at)"
        " VALUES(?, ?, ?, ?, ?, ?, ?) ON CONFLICT(id) DO UPDATE SET tries = excluded.tries,"
        " used_by = excluded.used_by, used_at = excluded.used_at");
    if (!upsert) return upsert.error();
    upsert->bindBlob(1, std::string_view(invite.id))
        .bindBlob(2, std::string_view(invite.secretHash))
        .bindBlob(3, invite.member.bytes())
        .bind(4, millisecondsOf(invite.expiresAt))
        .bind(5, static_cast<std::int64_t>(invite.tries))
        .bindBlob(6, std::string_view(invite.usedByPin));
    upsert->bind(7, invite.usedAt ? std::optional<std::int64_t>(millisecondsOf(*invite.usedAt))
                                  : std::nullopt);
    return upsert->run();
}

Result<std::optional<StoredInvite>> CentreLedger::invite(const std::string& id)
{
    auto select = ledger_.database().prepare(selectFrom(kInviteColumns, "invite WHERE id = ?"));
    if (!select) return select.error();
    select->bindBlob(1, std::string_view(id));
    return oneRow<StoredInvite>(*select, inviteAt);
}

Result<std::vector<StoredInvite>> CentreLedger::invites()
{
    auto select =
        ledger_.database().prepare(selectFrom(kInviteColumns, "invite ORDER BY expires_at, id"));
    if (!select) return select.error();
    return allRows<StoredInvite>(*select, inviteAt);
}

}  // namespace liaison
