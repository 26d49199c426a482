// SPDX-License-Identifier: GPL-3.0-or-later
#include "mobile/store/take_over_json.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "shared/ledger/take_over.h"

namespace liaison {

namespace {

using nlohmann::json;

json leftOutJson(const LeftOut& what, const Schema& schema)
{
    const KindSchema* kind = schema.kind(what.kind);
    const FieldSchema* field = kind == nullptr ? nullptr : kind->field(what.field);
    json one = {{"record", what.record.isNull() ? json() : json(what.record.text())},
                {"kind", nullptr},
                {"field", nullptr},
                {"code", name(what.why)}};
    if (what.kind != 0) one["kind"] = kind ? json(kind->name) : json(what.kind);
    if (what.field != 0) one["field"] = field ? json(field->name) : json(what.field);
    return one;
}

Result<Dot> dotOf(DeviceLedger& ledger, const std::string& text)
{
    const auto refused = refusedOfOthers(ledger);
    if (!refused) return refused.error();
    const auto found =
        std::find_if(refused->begin(), refused->end(),
                     [&](const LedgerEntry& entry) { return entry.edit.dot().text() == text; });
    if (found != refused->end()) return found->edit.dot();
    return Error{ErrorCode::notFound, "no refused edit " + text + " of another"};
}

}  // namespace

Result<json> takeOverJson(DeviceLedger& ledger, const std::string& dot, Instant now)
{
    const auto refused = dotOf(ledger, dot);
    if (!refused) return refused.error();
    const auto made = takeOver(ledger, *refused);
    if (!made) return made.error();
    json leftOut = json::array();
    for (const LeftOut& what : made->leftOut) {
        leftOut.push_back(leftOutJson(what, ledger.ledger().schema()));
    }
    const auto changes = made->changes(ledger);
    if (changes.empty()) {
        return Error{ErrorCode::empty, "nothing of it can be written: " + leftOut.dump()};
    }
    const auto saved = ledger.save(changes, now);
    if (!saved) return saved.error();
    json records = json::array();
    for (const ChangeDraft& change : made->draft.changes) {
        records.push_back(change.record.text());
    }
    return json{{"n", saved->n},
                {"dot", saved->text()},
                {"records", std::move(records)},
                {"left_out", std::move(leftOut)}};
}

}  // namespace liaison
