// SPDX-License-Identifier: GPL-3.0-or-later

/// The one filled button of a screen: what the person most likely wants to do next.
PushButton {
    drawn: Theme.primary
    type: Theme.buttonLarge
    ground: Theme.encre
    groundPressed: Theme.encrePressed
    words: Theme.overEncre
}
