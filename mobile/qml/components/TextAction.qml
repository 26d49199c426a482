// SPDX-License-Identifier: GPL-3.0-or-later

/// An action in words alone: later, skip, another.
PushButton {
    sidePadding: Theme.s3
    groundPressed: Theme.encreTint
    filledWhenOff: false
}
