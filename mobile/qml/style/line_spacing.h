// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QQmlEngine>
#include <QQuickTextDocument>

namespace liaison {

/// Keeps the lines of a text being written at one height, as in print: `Text` can do that by itself
/// in QML, `TextEdit` cannot. Typing, undo and selection are not disturbed.
class LineSpacing : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QQuickTextDocument* document READ document WRITE setDocument NOTIFY changed)
    Q_PROPERTY(qreal height READ height WRITE setHeight NOTIFY changed)

public:
    QQuickTextDocument* document() const { return document_; }
    void setDocument(QQuickTextDocument* document);
    /// In logical pixels.
    qreal height() const { return height_; }
    void setHeight(qreal height);

Q_SIGNALS:
    void changed();

private:
    void apply();

    QQuickTextDocument* document_ = nullptr;
    qreal height_ = 0;
    bool applying_ = false;
};

}  // namespace liaison
