// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>

#include "mobile/store/record_json.h"
#include "shared/ledger/device_ledger.h"

namespace liaison {

/// What a device's ledger holds, as JSON, with who wrote each value, where and when.
///
/// For tests, support and demonstrations; every line is read from the ledger when it is asked for.
/// Errors are those of the ledger.
class LedgerJson {
public:
    /// `ledger` must outlive it.
    explicit LedgerJson(DeviceLedger& ledger);

    /// Records of one kind, or all, in the order of their ids; voided ones too. For each field that
    /// was ever written: the value shown, all values that stand with author, device, time and dot,
    /// and whether they disagree. For each record: the sequence of the last entry that touched it
    /// (null: all of it is unsent) and whether something of it is unsent.
    /// Fails with `unknownKind`, `notFound` (a record that is not there).
    Result<nlohmann::json> show(const std::optional<std::string>& kind,
                                const std::optional<RecordId>& record);

    /// All edits that touched a record, oldest first, those that the centre refused among them:
    /// who, when, what they set and emptied, what they replaced, and the centre's word on them.
    /// `notFound` when there are none.
    Result<nlohmann::json> history(const RecordId& record);

    /// The edits in this ledger that the centre refused, newest first, own and others': who, when,
    /// what they were to change, why not, whether the centre looks again, and who took them over.
    Result<nlohmann::json> refusals();

    /// Where the device stands: outbox, refusals, cursor, head, last contact, how far its clock was
    /// behind the centre's then and whether that is too far, digest of its view.
    Result<nlohmann::json> status();

private:
    Result<std::vector<LedgerEntry>> historyWithRefusals(const RecordId& record);
    Result<nlohmann::json> recordJson(const RecordRow& row);
    Result<nlohmann::json> fieldJson(const KindSchema& kind, const FieldSchema& field,
                                     const FieldReading& reading);
    Result<nlohmann::json> refusalJson(const LedgerEntry& entry);
    Result<nlohmann::json> entryJson(const LedgerEntry& entry, const RecordId& record);
    Result<nlohmann::json> authorJson(DeviceNumber device);

    DeviceLedger& ledger_;
    RecordJson records_;
    std::map<std::uint64_t, nlohmann::json> authors_;  ///< by device number, read once
};

}  // namespace liaison
