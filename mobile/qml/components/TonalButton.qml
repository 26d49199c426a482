// SPDX-License-Identifier: GPL-3.0-or-later

/// A second action, or one of several of the same weight.
PushButton {
    ground: Theme.encreTint
    wordsPressed: Theme.encrePressed
    framePressed: Theme.encre
    framePressedWidth: Theme.stroke
}
