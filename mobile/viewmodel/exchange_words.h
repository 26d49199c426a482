// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>

#include "mobile/viewmodel/workplace.h"

namespace liaison {

/// Records by kind: what an exchange was about.
using KindCounts = std::map<std::uint32_t, int>;

/// Adds the records of an edit to the counts.
void countKinds(KindCounts& counts, const Edit& edit);

/// "4 interventions, 1 relevé de constantes": what was exchanged, in the order of the schema.
QString countWords(const KindCounts& counts, Workplace& workplace);

/// What a save is called: "Visite, Mme Jeanne Delpech". The kind whose record others belong to
/// gives the name.
QString saveTitle(const Edit& edit, Workplace& workplace);

/// The person that this change is about, by name; nothing when it is about nobody.
QString subjectName(const v1::Change& change, Workplace& workplace);

}  // namespace liaison
