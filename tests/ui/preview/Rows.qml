// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

/// Rows for a page, made of plain objects.
ListModel {
    property var rows: []
    Component.onCompleted: rows.forEach(row => append(row))
}
