// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/ledger/centre_ledger.h"

#include <algorithm>

#include "shared/base/bytes.h"
#include "shared/ledger/edit_writing.h"
#include "shared/ledger/leaf.h"
#include "shared/ledger/migrations.h"
#include "shared/record/reading.h"
#include "shared/record/wire.h"

namespace liaison {

namespace {

constexpr std::string_view kStandingName = "standing";

Result<CentreStanding> readStanding(Ledger& ledger)
{
    const auto bytes = ledger.meta(kStandingName);
    if (!bytes) return bytes.error();
    if (!*bytes) return Error{ErrorCode::notFound, "no centre in this file"};
    v1::StoredCentreStanding stored;
    const bool isRead = stored.ParseFromString(**bytes);
    const auto id = RecordId::fromBytes(stored.id());
    if (!isRead || !id) return Error{ErrorCode::damaged, "standing of the centre"};
    return CentreStanding{
        *id,
        stored.name(),
        {stored.addresses().begin(), stored.addresses().end()},
        stored.epoch(),
        {stored.number()},
        stored.last_n(),
        stored.chain(),
        {stored.last_stamp()},
        stored.secret(),
        stored.has_files_bytes_max() ? stored.files_bytes_max() : kCentreFilesBytes};
}

/// The role that one value of the field `role` of a Member names; unspecified when it names none.
Role roleIn(const Value& value)
{
    google::protobuf::io::CodedInputStream input(
        reinterpret_cast<const std::uint8_t*>(value.bytes.data()),
        static_cast<int>(value.bytes.size()));
    std::uint32_t number = 0;
    if (input.ReadTag() == 0 || !input.ReadVarint32(&number)) return v1::ROLE_UNSPECIFIED;
    const int role = static_cast<int>(number);
    return v1::Role_IsValid(role) ? static_cast<Role>(role) : v1::ROLE_UNSPECIFIED;
}

}  // namespace

CentreLedger::CentreLedger(Ledger ledger, CentreStanding standing, FilesBeside files)
    : ledger_(std::move(ledger)), standing_(std::move(standing)), files_(std::move(files))
{
}

Result<std::uint64_t> CentreLedger::sweepFiles(Instant now)
{
    const auto store = files_.ifThere();
    if (!store) return store.error();
    if (*store == nullptr) return std::uint64_t{0};
    const auto isNamed = [this](const std::string& sha256) -> Result<bool> {
        const auto names = ledger_.fileNames().of(sha256);
        if (!names) return names.error();
        return !names->empty();
    };
    return (*store)->sweepDaily(isNamed, now);
}

Result<FileUsage> CentreLedger::filesUsage()
{
    const auto store = files_.ifThere();
    if (!store) return store.error();
    return *store == nullptr ? FileUsage{} : (*store)->usage();
}

Result<CentreLedger> CentreLedger::open(const std::filesystem::path& path, const StoreKey& key,
                                        const Schema& schema, Disk& disk)
{
    const auto found = disk.look(path);
    if (!found) return found.error();
    if (!*found) {
        return Error{ErrorCode::notFound, "no file " + path.filename().string()};
    }
    auto ledger = Ledger::open(path, key, schema, centreMigrations(), disk);
    if (!ledger) return ledger.error();
    auto standing = readStanding(*ledger);
    if (!standing) return standing.error();
    return CentreLedger(*std::move(ledger), *std::move(standing), FilesBeside(path, key, disk));
}

Result<CentreLedger> CentreLedger::create(const std::filesystem::path& path, const StoreKey& key,
                                          const Schema& schema, const CentreStanding& standing,
                                          Disk& disk)
{
    const auto found = disk.look(path);
    if (!found) return found.error();
    if (*found) {
        return Error{ErrorCode::alreadyThere, path.filename().string()};
    }
    auto ledger = Ledger::open(path, key, schema, centreMigrations(), disk);
    if (!ledger) return ledger.error();
    CentreLedger centre(*std::move(ledger), standing, FilesBeside(path, key, disk));
    if (centre.standing_.secret.empty()) centre.standing_.secret = randomBytes(32);
    auto transaction = centre.ledger_.begin();
    if (!transaction) return transaction.error();
    if (auto kept = centre.keepStanding(centre.standing_); !kept) return kept.error();
    if (auto committed = transaction->commit(); !committed) return committed.error();
    return centre;
}

Result<Done> CentreLedger::keepStanding(const CentreStanding& standing)
{
    v1::StoredCentreStanding stored;
    stored.set_id(standing.id.bytes());
    stored.set_name(standing.name);
    for (const std::string& address : standing.addresses) {
        stored.add_addresses(address);
    }
    stored.set_epoch(standing.epoch);
    stored.set_number(standing.number.value);
    stored.set_last_stamp(standing.lastStamp.value);
    stored.set_last_n(standing.lastN);
    stored.set_chain(standing.chain);
    stored.set_secret(standing.secret);
    stored.set_files_bytes_max(standing.filesBytesMax);
    return ledger_.setMeta(kStandingName, stored.SerializeAsString());
}

Result<Done> CentreLedger::setAddresses(const std::vector<std::string>& addresses)
{
    CentreStanding next = standing_;
    next.addresses = addresses;
    return changeStanding(std::move(next));
}

Result<Done> CentreLedger::setFilesLimit(std::uint64_t bytes)
{
    CentreStanding next = standing_;
    next.filesBytesMax = bytes;
    return changeStanding(std::move(next));
}

/// Keeps another standing in a transaction of its own.
Result<Done> CentreLedger::changeStanding(CentreStanding next)
{
    auto transaction = ledger_.begin();
    if (!transaction) return transaction.error();
    if (auto kept = keepStanding(next); !kept) return kept;
    if (auto committed = transaction->commit(); !committed) return committed;
    standing_ = std::move(next);
    return done();
}

Result<Dot> CentreLedger::write(const std::vector<v1::Change>& changes, Instant now,
                                const std::function<Result<Done>()>& beside)
{
    if (auto checked = checkWriting(ledger_, changes, v1::ROLE_UNSPECIFIED); !checked) {
        return checked.error();
    }
    auto transaction = ledger_.begin();
    if (!transaction) return transaction.error();
    CentreStanding next = standing_;
    next.lastStamp = nextStamp(now, standing_.lastStamp);
    ++next.lastN;
    auto edit = writeEdit(ledger_, next.number, next.lastN, next.lastStamp, changes);
    if (!edit) return edit.error();
    next.chain = chainAfter(standing_.chain, edit->hash());
    LedgerEntry entry{*edit, Verdict{true, 0, now}, false, now};
    entry.chain = next.chain;
    const auto appended = appendApart(std::move(entry));
    auto kept = appended ? keepStanding(next) : appended.error();
    if (kept) kept = beside();
    if (!kept) {
        ledger_.forgetTouched();
        return kept.error();
    }
    if (auto committed = ledger_.commit(*transaction); !committed) return committed.error();
    standing_ = std::move(next);
    return edit->dot();
}

Result<Role> CentreLedger::roleOf(const RecordId& member)
{
    const KindSchema* kind = ledger_.schema().kind("Member");
    const FieldSchema* field = kind == nullptr ? nullptr : kind->field("role");
    ensure(field != nullptr, "care.proto has no Member.role");
    const auto state = ledger_.record(member);
    if (!state) return state.error();
    if (!*state) return v1::ROLE_UNSPECIFIED;
    const RecordReading reading(**state);
    const FieldReading* roles = reading.field(field->number);
    if (roles == nullptr) return v1::ROLE_UNSPECIFIED;
    // Roles are numbered from the narrowest right to the widest.
    Role narrowest = v1::ROLE_SUPERVISOR;
    for (const Value& value : roles->values) {
        narrowest = std::min(narrowest, roleIn(value));
    }
    return narrowest;
}

}  // namespace liaison
