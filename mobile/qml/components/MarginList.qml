// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T

/// A page whose body is a long list: head above, rows along the margin line, dock at the foot.
T.Page {
    id: page

    property bool lined: true
    property alias head: headColumn.data
    property alias dock: dockSlot.data
    property alias overlay: overlaySlot.data
    property alias rows: list.model
    property Component row
    property Component foot
    property alias empty: emptySlot.data
    readonly property ListView list: list

    signal leave()

    padding: 0
    focus: true
    Keys.onEscapePressed: page.leave()
    Keys.onBackPressed: page.leave()

    Accessible.role: Accessible.Pane
    Accessible.name: page.title

    background: Rectangle { color: Theme.paper }
    contentItem: Item {
        Column {
            id: headColumn
            width: parent.width
        }
        MarginLine {
            anchors.topMargin: headColumn.height
            anchors.bottomMargin: dockSlot.height
            visible: page.lined
        }
        ListView {
            id: list
            anchors.fill: parent
            anchors.topMargin: headColumn.height
            anchors.bottomMargin: dockSlot.height
            delegate: page.row
            footer: page.foot
            boundsBehavior: Flickable.StopAtBounds
            clip: true
            keyNavigationEnabled: true
            activeFocusOnTab: false
            T.ScrollBar.vertical: ScrollBar {}
        }
        Item {
            id: emptySlot
            anchors.centerIn: list
            width: Math.min(parent.width - 2 * Theme.pageMargin, Theme.dialogWidth)
            height: childrenRect.height
            visible: list.count === 0
        }
        Item {
            id: dockSlot
            anchors.bottom: parent.bottom
            width: parent.width
            height: childrenRect.height
        }
        Item {
            id: overlaySlot
            anchors.bottom: dockSlot.top
            anchors.bottomMargin: Theme.s3
            x: Theme.pageMargin
            width: parent.width - 2 * x
            height: childrenRect.height
        }
    }
}
