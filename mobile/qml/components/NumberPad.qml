// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T

/// Ten large keys. `leftText` is the words of the key left of zero (a comma, "Effacer") or none;
/// keys of the keyboard do the same. It types nowhere by itself: it says what was pressed.
Item {
    id: pad

    property string leftText
    property string leftName: pad.leftText
    property TypeToken leftType: Theme.large ? Theme.meta : Theme.body
    property int keyHeight: Theme.keyHeight

    signal digit(text: string)
    signal leftPressed()
    signal erased()

    implicitHeight: 4 * Math.max(pad.keyHeight, Theme.key.lineHeight) + 3 * Theme.s2
    activeFocusOnTab: false
    Keys.onPressed: event => {
        if (event.text >= "0" && event.text <= "9") pad.digit(event.text);
        else if (event.key === Qt.Key_Backspace) pad.erased();
        else if (event.text === "," || event.text === ".") pad.leftPressed();
        else return;
        event.accepted = true;
    }

    Accessible.role: Accessible.Grouping
    Accessible.name: qsTr("Clavier de chiffres")

    component Key: T.Button {
        id: key
        property bool plain: false
        property string iconName
        property TypeToken type: Theme.key
        property string spoken: key.text

        width: (pad.width - 2 * Theme.s2) / 3
        height: (pad.height - 3 * Theme.s2) / 4
        focusPolicy: Qt.TabFocus

        Accessible.role: Accessible.Button
        Accessible.name: key.spoken
        Accessible.onPressAction: key.clicked()

        background: Rectangle {
            radius: Theme.rButton
            color: key.down ? Theme.encreTint : key.plain ? Theme.clear : Theme.sheet
            border.width: key.plain ? 0 : Theme.hairline
            border.color: Theme.rule
            FocusRing { shown: key.visualFocus; around: Theme.rButton }
        }
        contentItem: Item {
            Words {
                anchors.centerIn: parent
                type: key.type
                text: key.text
                color: key.plain ? Theme.inkSoft : Theme.ink
                Accessible.ignored: true
            }
            Icon {
                anchors.centerIn: parent
                size: Theme.iconLarge
                name: key.iconName
            }
        }
    }

    Grid {
        anchors.fill: parent
        columns: 3
        spacing: Theme.s2

        Repeater {
            model: 9
            Key {
                required property int index
                text: index + 1
                onClicked: pad.digit(text)
            }
        }
        Key {
            plain: true
            enabled: pad.leftText !== ""
            type: pad.leftType
            text: pad.leftText
            spoken: pad.leftName
            onClicked: pad.leftPressed()
        }
        Key { text: "0"; onClicked: pad.digit(text) }
        Key {
            plain: true
            iconName: "backspace"
            spoken: qsTr("Effacer le dernier chiffre")
            onClicked: pad.erased()
        }
    }
}
