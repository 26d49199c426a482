// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace liaison {

/// Makes the view models known to QML as `Liaison.ViewModels` 1.0. QML uses them and makes none.
/// Once, before the first page is loaded.
void registerTypes();

}  // namespace liaison
