// SPDX-License-Identifier: GPL-3.0-or-later

/// An action beside the primary one.
PushButton {
    ground: Theme.sheet
    groundPressed: Theme.encreTint
    frame: Theme.edge
    framePressed: Theme.encre
}
