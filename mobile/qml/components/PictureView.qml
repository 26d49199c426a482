// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T

/// A picture over the whole window, as large as fits, and its caption. Closed by a touch, by its
/// button or by the key Back.
T.Popup {
    id: view

    property string address
    property string caption

    signal left

    parent: T.Overlay.overlay
    width: parent ? parent.width : 0
    height: parent ? parent.height : 0
    modal: true
    focus: true
    padding: 0
    closePolicy: T.Popup.CloseOnEscape
    onAddressChanged: view.address !== "" ? view.open() : view.close()
    onClosed: view.left()

    T.Overlay.modal: Rectangle { color: Theme.scrim }
    background: Rectangle { color: Theme.paper }
    contentItem: Item {
        Accessible.role: Accessible.Dialog
        Accessible.name: view.caption

        Image {
            anchors.top: close.bottom
            anchors.bottom: words.top
            anchors.margins: Theme.s3
            width: parent.width
            fillMode: Image.PreserveAspectFit
            autoTransform: true
            source: view.address
            Accessible.role: Accessible.Graphic
            Accessible.name: view.caption
        }
        IconButton {
            id: close
            x: Theme.pageMargin - Theme.s3
            y: Theme.s2
            iconName: "close"
            text: qsTr("Fermer la photo")
            onClicked: view.close()
        }
        Words {
            id: words
            x: Theme.pageMargin
            anchors.bottom: parent.bottom
            anchors.bottomMargin: Theme.s4
            width: parent.width - 2 * x
            text: view.caption
        }
    }
}
