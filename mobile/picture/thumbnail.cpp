// SPDX-License-Identifier: GPL-3.0-or-later
#include "mobile/picture/thumbnail.h"

#include <QBuffer>
#include <QImageReader>
#include <array>

namespace liaison {

namespace {

/// Pixels of the longer side, and the quality of the JPEG: the first that is small enough.
struct Step {
    int side;
    int quality;
};
constexpr std::array kSteps = {Step{320, 80}, Step{320, 60}, Step{240, 50}, Step{160, 40}};

std::string encoded(const QImage& image, const Step& step)
{
    const QImage scaled =
        image.scaled(step.side, step.side, Qt::KeepAspectRatio, Qt::SmoothTransformation);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    const bool isWritten =
        scaled.convertToFormat(QImage::Format_RGB888).save(&buffer, "JPEG", step.quality);
    return isWritten ? bytes.toStdString() : std::string();
}

}  // namespace

std::string thumbnailOf(const std::string& bytes)
{
    QByteArray copy = QByteArray::fromRawData(bytes.data(), static_cast<qsizetype>(bytes.size()));
    QBuffer buffer(&copy);
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader(&buffer);
    reader.setAutoTransform(true);
    const QImage image = reader.read();
    if (image.isNull()) return {};
    for (const Step& step : kSteps) {
        std::string small = encoded(image, step);
        if (!small.empty() && small.size() <= kThumbnailBytesMax) return small;
    }
    return {};
}

}  // namespace liaison
