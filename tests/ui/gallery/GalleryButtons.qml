// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Liaison

GallerySection {
    id: section
    title: "Boutons"

    readonly property int wide: Theme.large ? width : (width - 2 * Theme.s3) / 3

    component Trio: Flow {
        id: trio
        required property Component kind
        property string words
        width: section.width
        spacing: Theme.s3

        Repeater {
            model: 3
            Loader {
                id: place
                required property int index
                width: section.wide
                sourceComponent: trio.kind
                onLoaded: {
                    item.text = trio.words;
                    if (index === 1) item.down = true;
                    if (index === 2) item.enabled = false;
                }
            }
        }
    }

    Trio { words: "Enregistrer"; kind: Component { PrimaryButton {} } }
    Trio { words: "Comparer"; kind: Component { TonalButton {} } }
    Trio { words: "Appeler"; kind: Component { OutlineButton {} } }
    Trio { words: "Plus tard"; kind: Component { TextAction {} } }
    Trio { words: "Déclarer perdu"; kind: Component { DangerButton {} } }
    Flow {
        width: parent.width
        spacing: Theme.s3
        PrimaryButton { width: section.wide; iconName: "play_arrow"; text: "Commencer la visite" }
        TonalButton { width: section.wide; iconName: "sync"; text: "Essayer maintenant" }
        IconButton { iconName: "arrow_back"; text: "Retour" }
        IconButton { iconName: "call"; text: "Appeler" }
        IconButton { iconName: "more_vert"; text: "Plus" }
    }
}
