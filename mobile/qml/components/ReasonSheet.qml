// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick

/// Why an act was not done as planned: a tap on a reason is enough, a word can be added before.
/// `reasons` rows have `code`, `text` and `icon`.
BottomSheet {
    id: sheet

    property var reasons
    property int index: -1
    property string label

    signal chosen(index: int, code: string, words: string)

    function ask(index: int, label: string) {
        sheet.index = index;
        sheet.label = label;
        explanation.clear();
        sheet.open();
    }

    // A word is often wanted: it can be typed without a tap more.
    onOpened: explanation.forceActiveFocus()

    title: qsTr("Pourquoi pas fait\u00a0?")

    Words {
        x: Theme.pageMargin
        width: parent.width - 2 * x
        text: sheet.label
        color: Theme.inkSoft
        bottomPadding: Theme.s2
    }
    TextField {
        id: explanation
        x: Theme.pageMargin
        width: parent.width - 2 * x
        label: qsTr("Un mot d’explication")
        placeholderText: qsTr("Un mot, si utile")
    }
    Repeater {
        model: sheet.reasons

        OptionRow {
            required property var model
            readonly property var reason: model.modelData ?? model
            width: parent.width
            iconName: reason.icon
            text: reason.text
            onClicked: {
                sheet.close();
                sheet.chosen(sheet.index, reason.code, explanation.text);
            }
        }
    }
}
