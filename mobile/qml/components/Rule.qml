// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

/// A line between two rows, from the margin to the right edge, or across (`full`).
Rectangle {
    id: rule

    property bool full: false
    property int column: Theme.marginColumn

    x: rule.full ? 0 : rule.column
    width: parent ? parent.width - x : 0
    height: Theme.hairline
    color: Theme.rule
}
