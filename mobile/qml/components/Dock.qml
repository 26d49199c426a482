// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

/// The foot of a page: what is put into it stands on a sheet with a hairline above, within reach
/// of the thumb.
Rectangle {
    id: dock

    default property alias content: column.data

    implicitHeight: column.implicitHeight + Theme.s3 + foot
    property int foot: Theme.wide ? Theme.s3 : Theme.s6
    color: Theme.sheet

    Rectangle { width: parent.width; height: Theme.hairline; color: Theme.rule }
    Column {
        id: column
        x: Theme.pageMargin
        y: Theme.s3
        width: parent.width - 2 * x
        spacing: Theme.s1
    }
}
