// SPDX-License-Identifier: GPL-3.0-or-later
#include <nlohmann/json.hpp>

#include "mobile/store/ledger_json.h"
#include "mobile/store/save_json.h"
#include "tests/fuzz/target.h"
#include "tests/fuzz/world.h"

namespace liaison::fuzz {

void prepareSaves()
{
    world().prepare();
}

void runSaves(std::string_view bytes)
{
    SameRandomness same(4);
    const ReplacedRandomness replaced(same);
    const auto document = readJson(bytes);
    if (!document) return;
    DeviceLedger& ledger = world().phone().ledger();
    const std::uint64_t before = ledger.standing().lastN;

    const auto saved = saveJson(ledger, *document, world().now());

    if (!saved) {
        note("a save refused");
        promise(ledger.standing().lastN == before, "what is refused is not stored");
        return;
    }
    note("a save");
    world().noteChange();
    promise(saved->dot.n == before + 1, "a save is one edit");
    LedgerJson shown(ledger);
    for (const RecordId& record : saved->records) {
        promise(bool(shown.show({}, record)), "what was saved can be shown");
        promise(bool(shown.history(record)), "what was saved has a history");
    }
}

}  // namespace liaison::fuzz
