// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Liaison

/// Every component in every state, on one sheet, to be looked at beside the picture of the design.
Rectangle {
    id: gallery

    implicitWidth: 720
    implicitHeight: column.implicitHeight + 2 * Theme.s8
    color: Theme.paper

    Column {
        id: column
        x: Theme.s8
        y: Theme.s6
        width: parent.width - 2 * x
        spacing: Theme.s5

        Column {
            width: parent.width
            Words { width: parent.width; type: Theme.title; text: "Composants" }
            Words {
                width: parent.width
                text: "Tailles du téléphone, 1 px = 1 unité logique"
                color: Theme.inkSoft
            }
        }
        GalleryButtons { width: parent.width }
        GalleryFields { width: parent.width }
        GalleryStates { width: parent.width }
        GalleryRows { width: parent.width }
        GalleryMessages { width: parent.width }
        GalleryCards { width: parent.width }
        GalleryBars { width: parent.width }
    }
}
