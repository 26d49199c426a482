// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick

/// A field of a form: chips for a short list of codes, one line, or writing of any length. A value
/// somebody else wrote meanwhile is shown under it, with both answers.
Column {
    id: field

    property string label
    property string value
    property string unit
    property string problem
    property string previous
    property bool multiline: false
    property bool editable: true
    property var options: null
    property string foreignText
    property string foreignValue

    readonly property bool listed: choices.count > 0

    signal edited(text: string)
    signal entered()
    signal kept()
    signal taken()

    spacing: Theme.s2

    function enter() { (field.multiline ? area : line).forceActiveFocus(); }

    FieldBox {
        width: parent.width
        label: field.unit === "" ? field.label : qsTr("%1 (%2)").arg(field.label).arg(field.unit)
        note: field.problem !== "" ? field.problem : field.previous
        severity: field.problem !== "" ? "error" : ""

        Flow {
            width: parent.width
            visible: field.listed
            spacing: Theme.s2
            Repeater {
                id: choices
                model: field.options
                Chip {
                    required property var model
                    readonly property var option: model.modelData ?? model
                    width: Math.min(implicitWidth, parent.width)
                    text: option.text
                    chosen: option.code === field.value
                    enabled: field.editable
                    onClicked: field.edited(chosen ? "" : option.code)
                }
            }
        }
        TextField {
            id: line
            width: parent.width
            visible: !field.listed && !field.multiline
            enabled: field.editable
            label: field.label
            severity: field.problem !== "" ? "error" : ""
            text: field.value
            onEdited: text => field.edited(text)
            onActiveFocusChanged: if (activeFocus) field.entered()
        }
        TextArea {
            id: area
            width: parent.width
            visible: !field.listed && field.multiline
            enabled: field.editable
            label: field.label
            severity: field.problem !== "" ? "error" : ""
            given: field.value
            onEdited: text => field.edited(text)
            onActiveFocusChanged: if (activeFocus) field.entered()
        }
    }
    Rectangle {
        width: parent.width
        height: foreign.height + 2 * Theme.s3
        visible: field.foreignText !== ""
        radius: Theme.rCard
        color: Theme.pruneTint

        Column {
            id: foreign
            x: Theme.s3
            y: Theme.s3
            width: parent.width - 2 * x
            spacing: Theme.s1

            StateLine {
                width: parent.width
                iconName: "call_split"
                text: field.foreignText
                tone: "prune"
            }
            Words { width: parent.width; text: field.foreignValue }
            Flow {
                width: parent.width
                spacing: Theme.s2
                OutlineButton { text: qsTr("Garder ma version"); onClicked: field.kept() }
                OutlineButton { text: qsTr("Prendre celle-là"); onClicked: field.taken() }
            }
        }
    }
}
