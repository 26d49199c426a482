// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T

/// Choices that come up from the bottom: a title and what is put into it. Its foot continues under
/// the edge of the window, because a rectangle has one radius for all its corners.
T.Popup {
    id: sheet

    property string title
    default property alias content: column.data

    parent: T.Overlay.overlay
    readonly property int room: parent ? parent.width : 0
    readonly property real keyboard: Qt.inputMethod.visible
        ? Qt.inputMethod.keyboardRectangle.height : 0
    x: Math.max(0, (sheet.room - width) / 2)
    y: parent ? parent.height - sheet.keyboard - height : 0
    width: Math.min(sheet.room, Theme.readingWidth)
    height: Math.min(column.implicitHeight + column.y + Theme.s4,
        parent ? parent.height - sheet.keyboard - Theme.s10 : 0)
    modal: true
    focus: true
    padding: 0
    closePolicy: T.Popup.CloseOnEscape | T.Popup.CloseOnPressOutside

    T.Overlay.modal: Rectangle { color: Theme.scrim }
    enter: Transition {
        NumberAnimation {
            property: "opacity"; from: 0; to: 1
            duration: Theme.page; easing.type: Easing.OutCubic
        }
    }
    exit: Transition {
        NumberAnimation { property: "opacity"; to: 0; duration: Theme.plain }
    }

    background: Item {
        Rectangle {
            width: parent.width
            height: parent.height + Theme.rSheet
            radius: Theme.rSheet
            color: Theme.sheet
        }
        Rectangle {
            anchors.horizontalCenter: parent.horizontalCenter
            y: Theme.s2 + Theme.stroke
            width: Theme.handle
            height: Theme.s1
            radius: height / 2
            color: Theme.edge
        }
    }
    contentItem: Flickable {
        contentHeight: column.implicitHeight + column.y
        boundsBehavior: Flickable.StopAtBounds
        clip: true

        Accessible.role: Accessible.Dialog
        Accessible.name: sheet.title

        Words {
            id: heading
            x: Theme.pageMargin
            y: Theme.s6
            width: parent.width - 2 * x
            type: Theme.name
            text: sheet.title
        }
        Column {
            id: column
            y: heading.y + heading.height + Theme.s2
            width: parent.width
        }
    }
}
