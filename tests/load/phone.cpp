// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/load/phone.h"

#include <stdexcept>

namespace liaison::load {

namespace {

DeviceLedger foundLedger(const Enrolled& device, const std::filesystem::path& folder)
{
    auto ledger = DeviceLedger::open(folder / "ledger.db", StoreKey::make(), Schema::care());
    if (!ledger) throw std::runtime_error("no ledger: " + ledger.error().detail);
    const auto founded =
        ledger->found(device.key.number(), *RecordId::fromBytes(device.joined.centre()),
                      *RecordId::fromBytes(device.joined.member()), device.joined.unlock_token());
    if (!founded) throw std::runtime_error("no ledger: " + founded.error().detail);
    return *std::move(ledger);
}

}  // namespace

Phone::Phone(const Enrolled& device, const std::filesystem::path& folder)
    : Caller(device.papers, device.route), ledger_(foundLedger(device, folder))
{
}

Dot Phone::save(const v1::Change& change, Instant now)
{
    const auto saved = ledger_.save({change}, now);
    if (saved) return *saved;
    throw std::runtime_error("not saved: " + std::string(name(saved.error().code)) + " " +
                             saved.error().detail);
}

void Phone::execute(std::string_view sql)
{
    const auto executed = ledger_.ledger().database().execute(sql);
    if (!executed) throw std::runtime_error(executed.error().detail);
}

void Phone::hurry()
{
    execute("PRAGMA synchronous=OFF");
}

void Phone::takeCare()
{
    execute("PRAGMA synchronous=FULL; PRAGMA wal_checkpoint(TRUNCATE)");
}

void Phone::ping()
{
    session_->ping();
    pump();
}

Result<Done> Phone::take(const v1::FromCentre& message)
{
    if (message.has_pong()) ++pongs_;
    auto taken = session_->receive(message, clock_.now());
    if (taken && session_->waitAsked()) return Error{ErrorCode::busy, "asked to come back later"};
    return taken;
}

Result<std::optional<v1::FromDevice>> Phone::nextMessage()
{
    return session_->next(clock_.now());
}

v1::Change making(const RecordId& record, std::string_view kind,
                  const google::protobuf::Message& message)
{
    v1::Change change;
    change.set_record(record.bytes());
    change.set_kind(Schema::care().kind(kind)->number);
    change.set_patch(message.SerializeAsString());
    return change;
}

}  // namespace liaison::load
