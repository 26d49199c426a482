// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T

/// A page of the notebook: a head that stays, a body that scrolls along the margin line, and a dock
/// at the foot. The field being written is brought into view above the keyboard.
T.Page {
    id: page

    property bool lined: true
    property alias head: headColumn.data
    property alias dock: dockSlot.data
    property alias overlay: overlaySlot.data
    property real keyboardHeight: Qt.inputMethod.visible ? Qt.inputMethod.keyboardRectangle.height
        : 0
    readonly property Flickable scroll: flick
    default property alias body: bodyColumn.data

    readonly property Item written: page.Window.activeFocusItem

    signal leave()

    padding: 0
    focus: true
    Keys.onEscapePressed: page.leave()
    Keys.onBackPressed: page.leave()

    onWrittenChanged: flick.reveal(page.written)
    onKeyboardHeightChanged: flick.reveal(page.written)

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
        Flickable {
            id: flick
            anchors.fill: parent
            anchors.topMargin: headColumn.height
            anchors.bottomMargin: Math.max(dockSlot.height, page.keyboardHeight)
            contentHeight: bodyColumn.height
            boundsBehavior: Flickable.StopAtBounds
            clip: true
            T.ScrollBar.vertical: ScrollBar {}

            /// Scrolls as little as needed for `item` to be seen whole, if it is in this page.
            function reveal(item: Item) {
                let above = item;
                while (above && above !== bodyColumn) above = above.parent;
                if (!above) return;
                const top = item.mapToItem(bodyColumn, 0, 0).y;
                const bottom = top + item.height + Theme.s4;
                if (bottom > contentY + height) contentY = Math.max(0, bottom - height);
                if (top < contentY) contentY = Math.max(0, top - Theme.s4);
            }

            Column {
                id: bodyColumn
                width: parent.width
            }
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
