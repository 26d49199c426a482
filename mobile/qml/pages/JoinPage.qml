// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Liaison.ViewModels

/// From an invitation to a first Aujourd’hui, in three steps: the code, a secret, the reception.
MarginPage {
    id: page

    required property JoinViewModel join

    title: qsTr("Rejoindre un centre")
    lined: false

    head: Item {
        width: parent.width
        height: words.height + Theme.s8
        Column {
            id: words
            x: Theme.pageMargin
            y: Theme.s6
            width: parent.width - 2 * x
            spacing: Theme.s1
            Words { width: parent.width; type: Theme.title; text: page.title }
            Words {
                width: parent.width
                text: page.join.step === 0
                    ? qsTr("Votre responsable affiche ou vous envoie un code.")
                    : page.join.step === 1
                    ? qsTr("Il protège ce que vous écrivez sur ce téléphone.")
                    : qsTr("Vous pouvez commencer dès que la journée est là.")
                color: Theme.inkSoft
            }
            Item { width: 1; height: Theme.s3 }
            Steps {
                width: parent.width
                labels: [qsTr("Code"), qsTr("Secret"), qsTr("Réception")]
                current: page.join.step
            }
        }
    }

    Column {
        x: Theme.pageMargin
        width: Math.min(parent.width, Theme.readingWidth) - 2 * x
        spacing: Theme.s4

        FieldBox {
            width: parent.width
            visible: page.join.step === 0
            label: qsTr("Code d’invitation")
            note: page.join.problem
            severity: page.join.problem === "" ? "" : "error"
            TextArea {
                width: parent.width
                label: qsTr("Code d’invitation")
                placeholderText: qsTr("Collez ici le code qui commence par « liaison: »")
                inputMethodHints: Qt.ImhNoPredictiveText | Qt.ImhNoAutoUppercase
                severity: page.join.problem === "" ? "" : "error"
                given: page.join.code
                onEdited: text => page.join.code = text
            }
        }
        Column {
            width: parent.width
            visible: page.join.centre !== ""
            StateLine {
                anchors.horizontalCenter: parent.horizontalCenter
                width: Math.min(implicitWidth, parent.width)
                type: Theme.bodyStrong
                iconName: "check_circle"
                text: page.join.centre
                tone: "ink"
                iconTone: "feuille"
            }
            Words {
                width: parent.width
                horizontalAlignment: Text.AlignHCenter
                text: page.join.invitation
                color: Theme.inkSoft
            }
        }
        FieldBox {
            width: parent.width
            visible: page.join.step === 1
            label: qsTr("Votre code secret")
            note: qsTr("Six chiffres au moins, ou une phrase plus longue.")
            TextField {
                width: parent.width
                label: qsTr("Votre code secret")
                echoMode: TextInput.Password
                inputMethodHints: Qt.ImhSensitiveData | Qt.ImhNoPredictiveText
                text: page.join.pin
                onEdited: text => page.join.pin = text
            }
        }
        FieldBox {
            width: parent.width
            visible: page.join.step === 1
            label: qsTr("Encore une fois")
            note: page.join.problem
            severity: page.join.problem === "" ? "" : "error"
            TextField {
                width: parent.width
                label: qsTr("Encore une fois")
                echoMode: TextInput.Password
                inputMethodHints: Qt.ImhSensitiveData | Qt.ImhNoPredictiveText
                severity: page.join.problem === "" ? "" : "error"
                text: page.join.pinAgain
                onEdited: text => page.join.pinAgain = text
                onAccepted: page.join.proceed()
            }
        }
        ProgressLine {
            width: parent.width
            visible: page.join.step === 2 && page.join.problem === ""
            text: page.join.progressText
            amount: page.join.progressAmount
            share: page.join.progressShare
        }
        Banner {
            width: parent.width
            visible: page.join.step === 2 && page.join.problem !== ""
            tone: "garance"
            iconName: "error_outline"
            text: page.join.problem
            words: page.join.advice
        }
    }

    dock: Dock {
        width: page.width
        TextAction {
            width: parent.width
            visible: page.join.mayGoBack
            text: qsTr("Revenir")
            onClicked: page.join.goBack()
        }
        PrimaryButton {
            width: parent.width
            visible: page.join.actionText !== ""
            enabled: page.join.mayProceed
            text: page.join.actionText
            onClicked: page.join.proceed()
        }
    }
}
