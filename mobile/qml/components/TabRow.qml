// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T

/// The parts of a page, side by side; the chosen one is ink and underlined. It scrolls sideways
/// when the words are too wide for the window.
Item {
    id: tabs

    property list<string> labels
    property int current: 0

    signal chosen(index: int)

    implicitWidth: parent ? parent.width : 0
    implicitHeight: Math.max(Theme.touch, Theme.bodyMedium.lineHeight + Theme.s6) + Theme.s1

    Accessible.role: Accessible.PageTabList

    Rectangle { anchors.fill: parent; color: Theme.paper }
    Rule { full: true; anchors.bottom: parent.bottom }
    Flickable {
        anchors.fill: parent
        contentWidth: row.width + 2 * row.x
        boundsBehavior: Flickable.StopAtBounds
        clip: true

        Row {
            id: row
            x: Theme.pageMargin - Theme.s2
            height: tabs.height

            Repeater {
                model: tabs.labels

                T.Button {
                    id: tab
                    required property int index
                    required property string modelData
                    readonly property bool chosenOne: tab.index === tabs.current

                    width: Math.max(Theme.touch, words.implicitWidth + 2 * Theme.s2)
                    height: row.height
                    text: tab.modelData
                    focusPolicy: Qt.StrongFocus
                    onClicked: tabs.chosen(tab.index)

                    Accessible.role: Accessible.PageTab
                    Accessible.name: tab.text
                    Accessible.selected: tab.chosenOne
                    Accessible.onPressAction: tab.clicked()
                    Keys.onReturnPressed: tab.clicked()
                    Keys.onEnterPressed: tab.clicked()

                    background: Item {
                        Rectangle {
                            x: Theme.s2
                            anchors.bottom: parent.bottom
                            width: parent.width - 2 * x
                            height: Theme.here
                            visible: tab.chosenOne
                            color: Theme.encre
                        }
                        FocusRing { shown: tab.visualFocus; inside: true }
                    }
                    contentItem: Item {
                        Words {
                            id: words
                            anchors.centerIn: parent
                            wrapMode: Text.NoWrap
                            type: tab.chosenOne ? Theme.bodyStrong : Theme.bodyMedium
                            text: tab.text
                            color: tab.chosenOne ? Theme.encre : Theme.inkSoft
                            Accessible.ignored: true
                        }
                    }
                }
            }
        }
    }
}
