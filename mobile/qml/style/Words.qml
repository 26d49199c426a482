// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

/// A piece of writing in one of the sizes of the theme. It wraps and grows and is never shortened.
/// Plain text unless the caller says otherwise, so that nothing a person typed is ever markup.
Text {
    id: words

    property TypeToken type: Theme.body

    color: Theme.ink
    font: words.type.font
    lineHeight: words.type.lineHeight
    lineHeightMode: Text.FixedHeight
    topPadding: words.type.lift
    bottomPadding: -words.type.lift
    textFormat: Text.PlainText
    wrapMode: Text.Wrap
    linkColor: Theme.encre

    Accessible.role: Accessible.StaticText
    Accessible.name: words.text
}
