// SPDX-License-Identifier: GPL-3.0-or-later
#include "mobile/picture/thumbnail.h"

#include <gtest/gtest.h>

#include <QBuffer>
#include <QImage>

#include "shared/record/file_reference.h"
#include "tests/support/dice.h"

namespace liaison {

namespace {

/// A picture of noise: nothing is harder to make small.
std::string noise(int width, int height, const char* format)
{
    Dice dice(1);
    QImage image(width, height, QImage::Format_RGB888);
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x) {
            image.setPixel(x, y, static_cast<QRgb>(dice.any()));
        }
    }
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, format);
    return bytes.toStdString();
}

}  // namespace

TEST(Thumbnail, IsASmallPictureOfWhateverThePictureIs)
{
    for (const char* format : {"JPEG", "PNG"}) {
        const std::string small = thumbnailOf(noise(1'200, 900, format));

        EXPECT_EQ(mediaTypeOf(small), "image/jpeg");
        EXPECT_LE(small.size(), kThumbnailBytesMax);
        const QImage shown = QImage::fromData(QByteArray::fromStdString(small));
        EXPECT_EQ(shown.width() * 3, shown.height() * 4);
        EXPECT_GE(shown.width(), 160);
    }
}

TEST(Thumbnail, IsMissingForADocumentAndForWhatOnlyBeginsLikeAPicture)
{
    EXPECT_EQ(thumbnailOf("%PDF-1.7"), "");
    EXPECT_EQ(thumbnailOf("\xff\xd8\xff and no more"), "");
    EXPECT_EQ(thumbnailOf(""), "");
}

}  // namespace liaison
