// SPDX-License-Identifier: GPL-3.0-or-later

/// An action that cannot be taken back.
PushButton {
    ground: Theme.sheet
    groundPressed: Theme.garanceTint
    words: Theme.garance
    frame: Theme.garance
}
