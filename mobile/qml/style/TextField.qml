// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T

/// One line of writing. `edited` is emitted for what the person typed, never for what the program
/// put there.
T.TextField {
    id: field

    property string label
    property string severity
    property string iconName

    signal edited(text: string)

    implicitWidth: Math.max(contentWidth + leftPadding + rightPadding, 2 * Theme.touch)
    implicitHeight: Math.max(Theme.control, Theme.body.lineHeight + 2 * Theme.s2)
    leftPadding: Theme.s4 + (field.iconName !== "" ? Theme.icon + Theme.s3 : 0)
    rightPadding: Theme.s4
    verticalAlignment: TextInput.AlignVCenter
    font: Theme.body.font
    color: field.enabled ? Theme.ink : Theme.offInk
    placeholderTextColor: field.enabled ? Theme.inkFaint : Theme.offInk
    selectionColor: Theme.encre
    selectedTextColor: Theme.overEncre
    selectByMouse: true
    activeFocusOnTab: true

    Accessible.role: Accessible.EditableText
    Accessible.name: field.label !== "" ? field.label : field.placeholderText
    onTextEdited: field.edited(field.text)

    cursorDelegate: Rectangle {
        width: Theme.stroke
        visible: field.activeFocus && field.cursorVisible
        color: Theme.encre
    }
    background: FieldGround {
        focused: field.activeFocus
        usable: field.enabled
        severity: field.severity
    }

    Icon {
        x: Theme.s4
        anchors.verticalCenter: parent.verticalCenter
        visible: field.iconName !== ""
        name: field.iconName
    }
    Text {
        x: field.leftPadding
        width: field.width - field.leftPadding - field.rightPadding
        anchors.verticalCenter: parent.verticalCenter
        visible: field.text === "" && field.preeditText === ""
        textFormat: Text.PlainText
        text: field.placeholderText
        font: field.font
        color: field.placeholderTextColor
        elide: Text.ElideRight
        Accessible.ignored: true
    }
}
