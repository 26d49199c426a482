// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T

/// A question that must be answered before anything else: title, words, the answer at the right.
T.Dialog {
    id: dialog

    property string words
    property string acceptText
    property string rejectText
    property bool danger: false

    parent: T.Overlay.overlay
    anchors.centerIn: parent
    width: Math.min(parent ? parent.width - 2 * Theme.pageMargin : Theme.dialogWidth,
        Theme.dialogWidth)
    height: Math.min(implicitHeight, parent ? parent.height - 2 * Theme.s6 : implicitHeight)
    implicitHeight: column.implicitHeight + topPadding + bottomPadding
    modal: true
    padding: Theme.s5
    closePolicy: T.Popup.CloseOnEscape | T.Popup.CloseOnPressOutside
    focus: true

    T.Overlay.modal: Rectangle { color: Theme.scrim }

    background: Rectangle { radius: Theme.rSheet; color: Theme.sheet }
    contentItem: Flickable {
        contentHeight: column.implicitHeight
        clip: contentHeight > height
        Accessible.role: Accessible.Dialog
        Accessible.name: dialog.title

        Column {
            id: column
            width: parent.width
            spacing: Theme.s2

            Words { width: parent.width; type: Theme.name; text: dialog.title }
            Words {
                width: parent.width
                visible: text !== ""
                text: dialog.words
                color: Theme.inkSoft
            }
            Item { width: parent.width; height: Theme.s1 }
            Flow {
                width: parent.width
                layoutDirection: Qt.RightToLeft
                spacing: Theme.s1

                PrimaryButton {
                    drawn: Theme.control
                    type: Theme.button
                    ground: dialog.danger ? Theme.garance : Theme.encre
                    groundPressed: dialog.danger ? Theme.garance : Theme.encrePressed
                    words: dialog.danger ? Theme.sheet : Theme.overEncre
                    text: dialog.acceptText
                    onClicked: dialog.accept()
                }
                TextAction {
                    visible: dialog.rejectText !== ""
                    text: dialog.rejectText
                    onClicked: dialog.reject()
                }
            }
        }
    }
}
