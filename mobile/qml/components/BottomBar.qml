// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T

/// The five places of the phone. `places` are icon names with `labels` beside them by index;
/// `primaryIndex` is the one drawn filled; `counted` the one that carries `count`.
Rectangle {
    id: bar

    property list<string> labels
    property list<string> icons
    property int current: 0
    property int primaryIndex: 2
    property int counted: 3
    property int count: 0

    signal chosen(index: int)

    implicitHeight: Math.max(Theme.bottomBar, row.height + Theme.s2 + Theme.s5 + Theme.s1)
    color: Theme.sheet

    Accessible.role: Accessible.PageTabList
    Accessible.name: qsTr("Navigation")

    Rectangle { width: parent.width; height: Theme.hairline; color: Theme.rule }
    Row {
        id: row
        y: Theme.s2
        x: Theme.s1 / 2
        width: parent.width - 2 * x

        Repeater {
            model: bar.labels

            NavItem {
                required property int index
                required property string modelData

                width: row.width / Math.max(1, bar.labels.length)
                text: modelData
                iconName: bar.icons[index]
                current: index === bar.current
                room: bar.width
                primary: index === bar.primaryIndex
                count: index === bar.counted ? bar.count : 0
                onClicked: bar.chosen(index)
            }
        }
    }
}
