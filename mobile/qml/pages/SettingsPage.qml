// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Liaison.ViewModels

/// Plus: the exchange with the centre, language, look and size of the writing, and the lock.
MarginPage {
    id: page

    required property AppViewModel app

    title: qsTr("Plus")
    lined: false

    head: [ TitleHead { title: page.title }, Rule { full: true } ]

    OptionRow {
        iconName: "sync"
        text: qsTr("Envois et réceptions")
        words: page.app.waitingText
        leads: true
        onClicked: page.app.openSync()
    }
    Rule { full: true }
    OptionRow {
        iconName: "language"
        text: qsTr("Langue")
        value: page.app.language === "en" ? "English" : "Français"
        leads: true
        onClicked: languages.open()
    }
    OptionRow {
        iconName: "brightness_6"
        text: qsTr("Apparence")
        value: page.app.highContrast ? qsTr("Contraste élevé")
            : page.app.dark ? qsTr("Sombre") : qsTr("Clair")
        leads: true
        onClicked: looks.open()
    }
    OptionRow {
        iconName: "format_size"
        text: qsTr("Taille du texte")
        value: qsTr("%1\u00a0%").arg(Math.round(page.app.textScale * 100))
        leads: true
        onClicked: sizes.open()
    }
    Rule { full: true }
    OptionRow {
        iconName: "lock"
        text: qsTr("Verrouiller")
        words: qsTr("Rien de ce que vous avez écrit n’est perdu.")
        onClicked: page.app.lock()
    }
    Rule { full: true }
    Words {
        x: Theme.pageMargin
        width: parent.width - 2 * x
        topPadding: Theme.s4
        type: Theme.meta
        text: page.app.aboutText
        color: Theme.inkFaint
    }

    BottomSheet {
        id: languages
        title: qsTr("Langue")
        Repeater {
            model: [{ code: "fr", text: "Français" }, { code: "en", text: "English" }]
            OptionRow {
                required property var modelData
                width: parent.width
                text: modelData.text
                chosen: page.app.language === modelData.code
                onClicked: {
                    languages.close();
                    page.app.language = modelData.code;
                }
            }
        }
    }
    BottomSheet {
        id: looks
        title: qsTr("Apparence")
        OptionRow {
            text: qsTr("Clair")
            chosen: !page.app.dark && !page.app.highContrast
            onClicked: page.wear(looks, false, false)
        }
        OptionRow {
            text: qsTr("Sombre")
            chosen: page.app.dark && !page.app.highContrast
            onClicked: page.wear(looks, true, false)
        }
        OptionRow {
            text: qsTr("Contraste élevé")
            chosen: page.app.highContrast
            onClicked: page.wear(looks, false, true)
        }
    }
    BottomSheet {
        id: sizes
        title: qsTr("Taille du texte")
        Repeater {
            model: [1, 1.15, 1.3, 1.5, 2]
            OptionRow {
                required property real modelData
                width: parent.width
                text: qsTr("%1\u00a0%").arg(Math.round(modelData * 100))
                chosen: page.app.textScale === modelData
                onClicked: {
                    sizes.close();
                    page.app.textScale = modelData;
                }
            }
        }
    }

    function wear(sheet: BottomSheet, dark: bool, highContrast: bool) {
        sheet.close();
        page.app.dark = dark;
        page.app.highContrast = highContrast;
    }
}
