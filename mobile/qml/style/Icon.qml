// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import "Icons.js" as Icons

/// A glyph of Material Icons by its name, in a square of `size`. It is decoration beside words and
/// therefore silent for screen readers. An unknown name draws nothing and is a warning.
Text {
    id: icon

    property string name
    property int size: Theme.icon

    width: icon.size
    height: icon.size
    text: Icons.glyph(icon.name)
    color: Theme.inkSoft
    font.family: Theme.iconFamily
    font.pixelSize: icon.size
    horizontalAlignment: Text.AlignHCenter
    verticalAlignment: Text.AlignVCenter
    textFormat: Text.PlainText

    Accessible.ignored: true
}
