// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QVariantMap>
#include <vector>

#include "mobile/viewmodel/workplace.h"

namespace liaison {

/// What was written about a person, newest first, each entry as a sentence: `record`, `day`,
/// `hour`, `title`, `words`, `author`, `stateIcon`, `stateText`, `stateTone`, `picture` (a small
/// one, of an attachment). Kinds that later versions add read by their annotations.
std::vector<QVariantMap> timelineOf(Workplace& workplace, const RecordId& person, std::size_t most);

}  // namespace liaison
