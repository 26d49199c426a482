// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Liaison.ViewModels

/// Who is there, and their code. A shared phone holds several members, each behind their own.
MarginPage {
    id: page

    required property UnlockViewModel unlock

    property string typed
    // Large writing on a low window: what can go elsewhere leaves the room to the cards.
    readonly property bool tight: Theme.large && page.height < Theme.shortBelow

    signal joinAsked()

    title: page.unlock.centre
    lined: false

    /// The code is tried when it is as long as it was when it was chosen.
    function type(digit: string) {
        page.unlock.forgetProblem();
        page.typed += digit;
        if (page.typed.length >= page.unlock.pinLength) tryCode();
    }

    function tryCode() {
        const code = page.typed;
        page.typed = "";
        page.unlock.open(code);
    }

    component JoinAction: TextAction {
        text: qsTr("Rejoindre un autre centre")
        onClicked: page.joinAsked()
    }
    component Dots: PinDots {
        count: page.unlock.pinLength
        typed: page.typed.length
        wrong: page.unlock.problem !== ""
    }

    Column {
        x: Theme.pageMargin
        width: Math.min(parent.width, Theme.readingWidth) - 2 * x
        topPadding: Theme.large ? Theme.s3 : Theme.s10
        bottomPadding: Theme.s3

        Words { width: parent.width; text: page.unlock.centre; color: Theme.inkSoft }
        Words {
            width: parent.width
            visible: !page.tight
            type: Theme.large ? Theme.heading : Theme.title
            text: qsTr("Bonjour, qui êtes-vous\u00a0?")
        }
        Item { width: 1; height: Theme.large ? Theme.s2 : Theme.s4 }
        Flow {
            id: faces
            width: parent.width
            spacing: Theme.s3

            Repeater {
                model: page.unlock.profiles
                MemberCard {
                    required property int index
                    required property var model
                    width: Theme.large ? faces.width
                        : Math.min(faces.width, Math.max(needed, (faces.width - 2 * Theme.s3) / 3))
                    name: model.name
                    role: model.role
                    initials: model.initials
                    chosen: index === page.unlock.current
                    onClicked: {
                        page.typed = "";
                        page.unlock.current = index;
                    }
                }
            }
        }
        Item { width: 1; height: Theme.large ? Theme.s3 : Theme.s8 }
        Words {
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            type: Theme.bodyStrong
            text: page.unlock.askText
        }
        Item { width: 1; height: Theme.s4 }
        Dots {
            anchors.horizontalCenter: parent.horizontalCenter
            visible: count > 0 && !Theme.large
        }
        TextField {
            width: parent.width
            visible: page.unlock.pinLength === 0
            label: page.unlock.askText
            echoMode: TextInput.Password
            inputMethodHints: Qt.ImhSensitiveData | Qt.ImhNoPredictiveText
            text: page.typed
            onEdited: text => page.typed = text
            onAccepted: page.tryCode()
        }
        Item { width: 1; height: Theme.s3 }
        StateLine {
            anchors.horizontalCenter: parent.horizontalCenter
            width: Math.min(implicitWidth, parent.width)
            type: Theme.meta
            iconName: page.unlock.problem !== "" ? "error_outline" : "smartphone"
            text: page.unlock.problem !== "" ? page.unlock.problem : page.unlock.keptText
            tone: page.unlock.problem !== "" ? "garance" : "calm"
        }
        JoinAction { width: parent.width; visible: Theme.large }
    }

    dock: Item {
        width: page.width
        height: (join.visible ? join.y + join.height : pad.y + Math.max(pad.height, Theme.primary))
            + Theme.s2

        // Large writing leaves little room above the keys: what is typed stands right over them.
        Dots {
            id: near
            anchors.horizontalCenter: parent.horizontalCenter
            y: Theme.s3
            visible: count > 0 && Theme.large
        }
        NumberPad {
            id: pad
            y: near.visible ? near.height + 2 * Theme.s3 : 0
            x: (parent.width - width) / 2
            width: Math.min(parent.width, Theme.readingWidth) - 2 * Theme.pageMargin
            visible: page.unlock.pinLength > 0
            height: visible ? implicitHeight : 0
            keyHeight: page.tight ? Theme.touch : Theme.large ? Theme.keyHeight
                : Theme.keyHeightLarge
            focus: true
            onDigit: text => page.type(text)
            onErased: page.typed = page.typed.slice(0, -1)
            Component.onCompleted: forceActiveFocus()
        }
        PrimaryButton {
            x: pad.x
            width: pad.width
            visible: page.unlock.pinLength === 0
            text: qsTr("Ouvrir")
            onClicked: page.tryCode()
        }
        JoinAction {
            id: join
            x: pad.x
            width: pad.width
            y: pad.y + Math.max(pad.height, Theme.primary) + Theme.s2
            visible: !Theme.large
        }
    }
}
