// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick

/// The places of the desk, one under another, with the member and the last contact at the foot.
Rectangle {
    id: rail

    property list<string> labels
    property list<string> icons
    property int current: 0
    property int counted: -1
    property int count: 0
    property string memberName
    property string memberInitials
    property string contact

    signal chosen(index: int)

    implicitWidth: Theme.railWidth
    color: Theme.sheet

    Accessible.role: Accessible.PageTabList
    Accessible.name: qsTr("Navigation")

    Wordmark { x: Theme.s5; y: Theme.s4 }
    Column {
        x: Theme.s3
        y: Theme.s8 + Theme.s8
        width: parent.width - 2 * x
        spacing: Theme.s1

        Repeater {
            model: rail.labels

            RailItem {
                required property int index
                required property string modelData

                width: parent.width
                text: modelData
                iconName: rail.icons[index]
                current: index === rail.current
                count: index === rail.counted ? rail.count : 0
                onClicked: rail.chosen(index)
            }
        }
    }
    Rectangle {
        anchors.bottom: foot.top
        width: parent.width
        height: Theme.hairline
        color: Theme.rule
    }
    Item {
        id: foot
        anchors.bottom: parent.bottom
        width: parent.width
        height: Math.max(Theme.touch, who.height) + Theme.s4

        Avatar {
            id: face
            x: Theme.s4
            anchors.verticalCenter: parent.verticalCenter
            initials: rail.memberInitials
        }
        Column {
            id: who
            anchors.left: face.right
            anchors.leftMargin: Theme.s2 + Theme.stroke
            anchors.right: parent.right
            anchors.rightMargin: Theme.s2
            anchors.verticalCenter: parent.verticalCenter
            Words { width: parent.width; type: Theme.metaStrong; text: rail.memberName }
            Words {
                width: parent.width
                type: Theme.meta
                text: rail.contact
                color: Theme.inkFaint
            }
        }
    }
    Rectangle {
        anchors.right: parent.right
        width: Theme.hairline
        height: parent.height
        color: Theme.rule
    }
}
