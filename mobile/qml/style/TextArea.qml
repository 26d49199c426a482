// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import Liaison

/// Writing of any length; grows with what is written. `framed` draws the border of a field, without
/// it the writing stands on the page. `edited` is emitted for what the person typed only.
T.TextArea {
    id: area

    property string label
    property string severity
    property bool framed: true
    // What the program last put here; a text that differs from it was typed.
    property string given

    signal edited(text: string)

    implicitWidth: 2 * Theme.touch
    implicitHeight: Math.max(area.framed ? Theme.control : Theme.body.lineHeight,
        Math.max(contentHeight, hint.visible ? hint.implicitHeight : 0)
            + topPadding + bottomPadding)
    leftPadding: area.framed ? Theme.s4 : 0
    rightPadding: area.framed ? Theme.s4 : 0
    topPadding: (area.framed ? Theme.s3 : 0) - Theme.body.lift
    bottomPadding: (area.framed ? Theme.s3 : 0) + Theme.body.lift
    font: Theme.body.font
    color: area.enabled ? Theme.ink : Theme.offInk
    placeholderTextColor: Theme.inkFaint
    selectionColor: Theme.encre
    selectedTextColor: Theme.overEncre
    selectByMouse: true
    wrapMode: TextEdit.Wrap
    textFormat: TextEdit.PlainText
    activeFocusOnTab: true

    Accessible.role: Accessible.EditableText
    Accessible.name: area.label !== "" ? area.label : area.placeholderText
    Accessible.multiLine: true

    onGivenChanged: if (area.text !== area.given) area.text = area.given
    onTextChanged: if (area.text !== area.given) area.edited(area.text)
    Keys.onTabPressed: area.nextItemInFocusChain(true).forceActiveFocus(Qt.TabFocusReason)
    Keys.onBacktabPressed: area.nextItemInFocusChain(false).forceActiveFocus(Qt.BacktabFocusReason)

    cursorDelegate: Rectangle {
        width: Theme.stroke
        visible: area.activeFocus && area.cursorVisible
        color: Theme.encre
    }
    background: FieldGround {
        visible: area.framed
        focused: area.activeFocus
        usable: area.enabled
        severity: area.severity
    }

    LineSpacing { document: area.textDocument; height: Theme.body.lineHeight }
    Words {
        id: hint
        x: area.leftPadding
        y: area.topPadding + Theme.body.lift
        width: area.width - area.leftPadding - area.rightPadding
        visible: area.text === "" && area.preeditText === ""
        text: area.placeholderText
        color: area.placeholderTextColor
        Accessible.ignored: true
    }
}
