// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "shared/ledger/entry_row.h"
#include "shared/ledger/ledger.h"
#include "shared/record/merge.h"

namespace liaison {

Result<Done> Ledger::overwrite(const LedgerEntry& entry)
{
    auto remove =
        database_->prepare("DELETE FROM edit WHERE device = ? AND n = ? AND dot_hash = ?");
    if (!remove) return remove.error();
    bindDot(*remove, 1, entry.edit.dot());
    if (auto removed = remove->run(); !removed) return removed;
    return insertRow(entry);
}

Result<Done> Ledger::addUp(const RecordId& id, std::set<Dot> edits)
{
    // A state that cannot be read holds nothing that is not among the edits of the centre.
    const auto before = stored(id);
    if (before && *before) {
        for (const Standing& standing : (*before)->state.standing) {
            edits.insert(standing.dot);
        }
    }
    StoredRecord next{{id, 0, {}, {}}, 0, {}};
    for (const Dot& dot : edits) {
        const auto entry = this->entry(dot);
        if (!entry) return entry.error();
        if (!*entry || !hasEffect(**entry) || (*entry)->edit.change(id) == nullptr) continue;
        next.state = merge(std::move(next.state), (*entry)->edit, shownAs(**entry));
        if ((*entry)->verdict) {
            next.sequence = std::max(next.sequence.value_or(0), (*entry)->verdict->sequence);
        } else {
            ++next.unsent;
        }
    }
    if (next.state.standing.empty()) return done();
    // Whoever looks for new names has passed over those of a record that was not there.
    const bool wasGone = !before || !*before;
    if (wasGone) {
        if (auto forgotten = fileNames().forget(id); !forgotten) return forgotten;
    }
    return store(next);
}

}  // namespace liaison
