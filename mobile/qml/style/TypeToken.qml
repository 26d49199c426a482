// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

/// One size of writing: Inter at a size and weight, on a line of a fixed height, in logical pixels
/// at a text scale of 1. `font` and `lineHeight` follow `Theme.textScale`; `lift` is what a line's
/// glyphs must be moved down by so that they stand in the middle of it, as in print.
QtObject {
    id: token

    property int size: 16
    property int line: 24
    property int weight: Font.Normal
    property real spacing: 0
    // Writing that is large already grows no further than this many times.
    property real most: 2

    // Inter's ascender and descender add up to this share of the size.
    readonly property real inked: 1.21

    readonly property real grown: Math.min(Theme.textScale, token.most)
    readonly property int pixelSize: Math.round(token.size * token.grown)
    readonly property int lineHeight: Math.round(token.line * token.grown)
    readonly property real lift: Math.round((token.lineHeight - token.pixelSize * token.inked) / 2)
    readonly property font font: Qt.font({
        family: Theme.family,
        pixelSize: token.pixelSize,
        weight: token.weight,
        letterSpacing: token.spacing * token.grown,
        hintingPreference: Font.PreferNoHinting
    })
}
