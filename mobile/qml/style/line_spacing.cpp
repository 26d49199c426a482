// SPDX-License-Identifier: GPL-3.0-or-later
#include "mobile/qml/style/line_spacing.h"

#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>

namespace liaison {

void LineSpacing::setDocument(QQuickTextDocument* document)
{
    if (document_ == document) return;
    if (document_ != nullptr) document_->textDocument()->disconnect(this);
    document_ = document;
    if (document_ != nullptr) {
        connect(document_->textDocument(), &QTextDocument::contentsChange, this,
                &LineSpacing::apply);
    }
    apply();
    Q_EMIT changed();
}

void LineSpacing::setHeight(qreal height)
{
    if (height_ == height) return;
    height_ = height;
    apply();
    Q_EMIT changed();
}

void LineSpacing::apply()
{
    if (applying_ || document_ == nullptr || height_ <= 0) return;
    auto* text = document_->textDocument();
    const auto spaced = [this](const QTextBlock& block) {
        return block.blockFormat().lineHeightType() == QTextBlockFormat::FixedHeight &&
               block.blockFormat().lineHeight() == height_;
    };
    bool all = true;
    for (auto block = text->begin(); block.isValid() && all; block = block.next())
        all = spaced(block);
    if (all) return;

    applying_ = true;
    QTextBlockFormat format;
    format.setLineHeight(height_, QTextBlockFormat::FixedHeight);
    QTextCursor cursor(text);
    cursor.joinPreviousEditBlock();
    cursor.select(QTextCursor::Document);
    cursor.mergeBlockFormat(format);
    cursor.endEditBlock();
    applying_ = false;
}

}  // namespace liaison
