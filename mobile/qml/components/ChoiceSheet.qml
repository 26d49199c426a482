// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick

/// A list to choose one from, with a search above when it is long. `rows` have `text`, `words` and
/// `chosen`.
BottomSheet {
    id: sheet

    property var rows
    property bool searchable: false
    property string searchText

    signal searched(text: string)
    signal chosen(index: int)

    TextField {
        x: Theme.pageMargin
        width: parent.width - 2 * x
        visible: sheet.searchable
        iconName: "search"
        label: qsTr("Chercher")
        placeholderText: qsTr("Chercher")
        text: sheet.searchText
        onEdited: text => sheet.searched(text)
    }
    Repeater {
        model: sheet.opened ? sheet.rows : null

        OptionRow {
            required property int index
            required property var model
            width: parent.width
            text: model.text
            words: model.words ?? ""
            chosen: model.chosen === true
            onClicked: {
                sheet.close();
                sheet.chosen(index);
            }
        }
    }
}
