// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QVariantMap>
#include <vector>

#include "mobile/viewmodel/workplace.h"

namespace liaison {

/// Own saves that the centre has not answered, oldest first, at most 200: `key`, `hour`, `title`,
/// `words`, `icon`, `tone`.
std::vector<QVariantMap> waitingSaves(Workplace& workplace);

/// What the centre received and what came from it lately, newest first, in rows of the same form:
/// own saves of today each by itself, those of earlier days by day, and what came from others by
/// the time it came.
std::vector<QVariantMap> lastExchanges(Workplace& workplace);

}  // namespace liaison
