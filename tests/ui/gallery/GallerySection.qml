// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Liaison

Column {
    id: section

    property string title

    spacing: Theme.s3

    Rectangle { width: parent.width; height: Theme.hairline; color: Theme.rule }
    Words { width: parent.width; type: Theme.heading; text: section.title }
}
