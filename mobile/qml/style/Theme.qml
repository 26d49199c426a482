// SPDX-License-Identifier: GPL-3.0-or-later
pragma Singleton
import QtQuick

/// Every colour, size, line, radius and duration of the application, and the fonts it is set in.
///
/// `dark`, `highContrast`, `textScale` (1 to 2), `wide` and `reducedMotion` are the only properties
/// that are written to, by the window and by the settings; all others follow them. High contrast
/// has one set of colours, on white, whatever `dark` says.
QtObject {
    id: theme

    property bool dark: false
    property bool highContrast: false
    property real textScale: 1
    property bool wide: false
    property bool reducedMotion: false

    readonly property bool large: textScale >= 1.5

    function pick(light: string, night: string, contrast: string): color {
        return highContrast ? contrast : dark ? night : light;
    }

    readonly property color paper: pick("#FAF8F4", "#14161D", "#FFFFFF")
    readonly property color sheet: pick("#FFFFFF", "#1D2029", "#FFFFFF")
    readonly property color well: pick("#F1EEE8", "#272B37", "#EFEFF2")
    readonly property color rule: pick("#DFDDE7", "#353A49", "#6B6B76")
    readonly property color edge: pick("#848496", "#7F8598", "#000000")
    readonly property color marge: pick("#E6A0AB", "#8A4E5B", "#B0123C")
    readonly property color ink: pick("#1B2030", "#F0EEE9", "#000000")
    readonly property color inkSoft: pick("#454B5E", "#C8CAD4", "#17171C")
    readonly property color inkFaint: pick("#5E6477", "#A0A5B5", "#33333B")
    readonly property color encre: pick("#2A3F96", "#B3C0FF", "#0B1F7A")
    readonly property color encrePressed: pick("#1E2F75", "#CFD8FF", "#000B47")
    readonly property color encreTint: pick("#E9ECF8", "#2A3156", "#E2E7FF")
    readonly property color overEncre: pick("#FFFFFF", "#141B47", "#FFFFFF")
    readonly property color feuille: pick("#1C6544", "#86D6AB", "#00482A")
    readonly property color feuilleTint: pick("#E2F1E8", "#18352A", "#DDF5E6")
    readonly property color ocre: pick("#7F4B00", "#F2C273", "#5C3300")
    readonly property color ocreTint: pick("#FBEED6", "#3B2D13", "#FFEBC7")
    readonly property color garance: pick("#A31D2F", "#FFA6A8", "#8A0019")
    readonly property color garanceTint: pick("#FBE7E8", "#45212A", "#FFE3E5")
    readonly property color prune: pick("#762B80", "#E6AEEE", "#560061")
    readonly property color pruneTint: pick("#F5E8F6", "#3C2443", "#F8E3FB")
    readonly property color calmTint: pick("#ECEAE6", "#2B2F3A", "#EDEDF0")
    readonly property color offGround: pick("#E7E4DE", "#2B2F3A", "#E4E4E8")
    readonly property color offInk: pick("#8A8D99", "#737888", "#6B6B76")
    readonly property color series1: pick("#2A3F96", "#B3C0FF", "#0B1F7A")
    readonly property color series2: pick("#7283CF", "#7084DB", "#4D63C9")
    readonly property color series3: pick("#B27A22", "#E0AC56", "#8A5600")
    readonly property color series4: pick("#B4586F", "#D98398", "#9C2F4E")
    readonly property color gir1: pick("#1E2F75", "#DCE2FF", "#000B47")
    readonly property color gir2: pick("#3A4EA8", "#B3C0FF", "#0B1F7A")
    readonly property color gir3: pick("#5E70C4", "#8A9BEC", "#3B50B8")
    readonly property color gir4: pick("#7F8ED3", "#6B7CD0", "#5A6FD6")
    readonly property color scrim: pick("#801B2030", "#9E000000", "#B2000000")
    readonly property color clear: "transparent"

    readonly property FontLoader regular: FontLoader { source: "fonts/Inter-Regular.otf" }
    readonly property FontLoader medium: FontLoader { source: "fonts/Inter-Medium.otf" }
    readonly property FontLoader semiBold: FontLoader { source: "fonts/Inter-SemiBold.otf" }
    readonly property FontLoader icons: FontLoader { source: "fonts/MaterialIcons-Regular.ttf" }
    readonly property string family: "Inter"
    readonly property string iconFamily: icons.name

    readonly property TypeToken display: TypeToken {
        size: theme.wide ? 32 : 48; line: theme.wide ? 40 : 56; weight: Font.DemiBold
        spacing: theme.wide ? -0.6 : -1; most: 1.25
    }
    readonly property TypeToken title: TypeToken {
        size: theme.wide ? 24 : 28; line: theme.wide ? 32 : 34; weight: Font.DemiBold; spacing: -0.4
    }
    readonly property TypeToken heading: TypeToken {
        size: theme.wide ? 18 : 20; line: theme.wide ? 26 : 28; weight: Font.DemiBold; spacing: -0.2
    }
    readonly property TypeToken name: TypeToken {
        size: theme.wide ? 15 : 18; line: theme.wide ? 22 : 24; weight: Font.DemiBold; spacing: -0.1
    }
    readonly property TypeToken compared: TypeToken { size: 18; line: 26 }
    readonly property TypeToken body: TypeToken {
        size: theme.wide ? 15 : 16; line: theme.wide ? 22 : 24
    }
    readonly property TypeToken bodyStrong: TypeToken {
        size: theme.body.size; line: theme.body.line; weight: Font.DemiBold
    }
    readonly property TypeToken bodyMedium: TypeToken {
        size: theme.body.size; line: theme.body.line; weight: Font.Medium
    }
    readonly property TypeToken button: TypeToken {
        size: theme.body.size; line: theme.body.line; weight: Font.DemiBold
    }
    readonly property TypeToken buttonLarge: TypeToken {
        size: theme.wide ? 15 : 17; line: theme.body.line; weight: Font.DemiBold
    }
    readonly property TypeToken key: TypeToken {
        size: 27; line: 36; weight: Font.Medium; most: 1.3
    }
    readonly property TypeToken meta: TypeToken {
        size: theme.wide ? 13 : 14; line: theme.wide ? 18 : 20
    }
    readonly property TypeToken metaStrong: TypeToken {
        size: theme.meta.size; line: theme.meta.line; weight: Font.DemiBold
    }
    readonly property TypeToken metaMedium: TypeToken {
        size: theme.meta.size; line: theme.meta.line; weight: Font.Medium
    }
    readonly property TypeToken nav: TypeToken {
        size: theme.wide ? 15 : 13; line: theme.wide ? 22 : 18; weight: Font.Medium
    }
    readonly property TypeToken navStrong: TypeToken { size: 13; line: 18; weight: Font.DemiBold }

    readonly property int s1: 4
    readonly property int s2: 8
    readonly property int s3: 12
    readonly property int s4: 16
    readonly property int s5: 20
    readonly property int s6: 24
    readonly property int s8: 32
    readonly property int s10: 40
    readonly property int pageMargin: wide ? 32 : 20
    readonly property int marginColumn: Math.round((wide ? 44 : 48) * textScale)
        + (wide ? 12 : 16)
    readonly property int marginRecord: 168
    readonly property int afterLine: 16
    readonly property int hourGap: 12
    readonly property int readingWidth: 560
    readonly property int railWidth: Math.round(140 * textScale) + 60
    readonly property int listWidth: large ? 480 : 392
    readonly property int wideFrom: 840
    readonly property int shortBelow: 720

    readonly property int hairline: 1
    readonly property int stroke: 2
    readonly property int here: 4
    readonly property int margeWidth: highContrast ? 2 : 1
    readonly property int focusWidth: 3
    readonly property int focusGap: 2

    readonly property int rTick: wide ? 6 : 8
    readonly property int rField: 8
    readonly property int rBadge: wide ? 6 : 8
    readonly property int rButton: wide ? 10 : 12
    readonly property int rCard: 12
    readonly property int rSheet: 16

    readonly property int iconSmall: Math.round(16 * textScale)
    readonly property int icon: Math.round(20 * textScale)
    readonly property int iconLarge: Math.round(24 * textScale)
    readonly property int iconEmpty: 40
    readonly property int iconTick: Math.round(20 * Math.min(textScale, 1.5))
    readonly property int tick: Math.round(28 * Math.min(textScale, 1.5))
    readonly property int markSize: 28
    readonly property int touch: 48
    readonly property int control: wide ? 40 : 48
    readonly property int controlSmall: 40
    readonly property int primary: wide ? 40 : 56
    readonly property int keyHeight: 60
    readonly property int keyHeightLarge: 68
    readonly property int bottomBar: 88
    readonly property int dock: 92
    readonly property int rowPast: 64
    readonly property int row: wide ? 64 : 72
    readonly property int rowTick: 48
    readonly property int rowVital: 56
    readonly property int thumbnail: 120
    readonly property int rowSection: 52
    readonly property int rowRail: wide ? 44 : 48
    readonly property int badge: 28
    readonly property int chip: 44
    readonly property int avatar: 40
    readonly property int avatarLarge: 48
    readonly property int progress: 6
    readonly property int switchWidth: 52
    readonly property int switchHeight: 32
    readonly property int radio: Math.round(20 * Math.min(textScale, 1.5))
    readonly property int half: 77
    readonly property int valueWidth: 108
    readonly property int dialogWidth: 360
    readonly property int snackbarWidth: 420
    readonly property int handle: 40
    readonly property int iconDisc: 28
    readonly property int dot: 18

    readonly property int quick: reducedMotion ? 0 : 90
    readonly property int plain: reducedMotion ? 0 : 140
    readonly property int page: reducedMotion ? 0 : 180
    readonly property int pageShift: 24
}
