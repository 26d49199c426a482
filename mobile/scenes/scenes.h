// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include "shared/base/result.h"

namespace liaison {

/// Loads the real Main.qml on a copy of the profile that the arguments name, walks through it and
/// keeps a picture of every screen; see --help. The profile stays as it is, and every walk begins
/// alike. Needs a QGuiApplication.
///
/// Fails with `usage`, `io` (no copy could be made), `wrongKey` (no such profile, or another code),
/// or as the tour does; a warning of QML is a failure as well, since a page with a warning is a
/// page that is wrong.
Result<Done> drawScenes(const QStringList& arguments);

}  // namespace liaison
