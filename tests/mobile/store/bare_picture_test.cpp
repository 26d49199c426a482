// SPDX-License-Identifier: GPL-3.0-or-later
#include "mobile/store/bare_picture.h"

#include <gtest/gtest.h>

#include <QBuffer>
#include <QImage>
#include <QImageReader>

#include "tests/support/made_file.h"

namespace liaison {

namespace {

constexpr const char* kSecret = "48.8566N 2.3522E Pixel 8 of Claire";

/// Left half dark, right half light, twice as wide as high.
std::string picture(const char* format)
{
    QImage image(64, 32, QImage::Format_RGB888);
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            image.setPixel(x, y, x < 32 ? qRgb(10, 20, 30) : qRgb(240, 230, 220));
        }
    }
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, format, 90);
    return bytes.toStdString();
}

std::string twoBytes(std::size_t value)
{
    return {static_cast<char>(value >> 8), static_cast<char>(value & 0xff)};
}

std::string segment(char marker, const std::string& content)
{
    return std::string("\xff") + marker + twoBytes(content.size() + 2) + content;
}

/// Exif as cameras write it, least significant byte first: which side is up, and where a directory
/// of the place lies, with the secret behind it.
std::string exif(char orientation)
{
    const std::string entries(
        "\x12\x01\x03\0\x01\0\0\0?\0\0\0"
        "\x25\x88\x04\0\x01\0\0\0\x26\0\0\0",
        24);
    std::string tiff = std::string("Exif\0\0II\x2a\0\x08\0\0\0\x02\0", 16) + entries +
                       std::string(4, '\0') + kSecret;
    tiff[tiff.find('?')] = orientation;
    return tiff;
}

/// A photo of a camera: notes of three kinds before the picture, and another one behind it.
std::string photo(char orientation)
{
    const std::string plain = picture("JPEG");
    return plain.substr(0, 2) + segment('\xe1', exif(orientation)) +
           segment('\xe1', std::string("http://ns.adobe.com/xap/1.0/\0", 29) + kSecret) +
           segment('\xfe', kSecret) + plain.substr(2) + "moving picture " + kSecret;
}

std::string chunk(const std::string& type, const std::string& content)
{
    // Nobody reads the checksum of a chunk that is left out.
    return std::string(2, '\0') + twoBytes(content.size()) + type + content + "sum.";
}

QImage shown(const std::string& bytes)
{
    QByteArray copy = QByteArray::fromStdString(bytes);
    QBuffer buffer(&copy);
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader(&buffer);
    reader.setAutoTransform(true);
    return reader.read();
}

}  // namespace

TEST(BarePicture, OfAPhotoSaysNothingOfPlaceAndDevice)
{
    const std::string original = photo(1);
    ASSERT_NE(original.find(kSecret), std::string::npos);

    const auto bare = barePicture(original);

    ASSERT_TRUE(bare) << bare.error().detail;
    EXPECT_EQ(bare->find(kSecret), std::string::npos);
    EXPECT_EQ(bare->find("Exif"), std::string::npos);
    EXPECT_EQ(shown(*bare), shown(original));
    EXPECT_EQ(*barePicture(*bare), *bare);
}

TEST(BarePicture, KeepsWhichSideIsUpAndNothingElse)
{
    for (const char orientation : std::string("\x03\x06\x08")) {
        const std::string original = photo(orientation);

        const auto bare = barePicture(original);

        ASSERT_TRUE(bare) << bare.error().detail;
        EXPECT_EQ(bare->find(kSecret), std::string::npos);
        EXPECT_EQ(shown(*bare), shown(original));
        EXPECT_EQ(shown(*bare).height() > shown(*bare).width(), orientation != 3);
        EXPECT_LE(bare->size(), picture("JPEG").size() + 36);
    }
}

TEST(BarePicture, OfAPngSaysNothingBesideThePicture)
{
    const std::string plain = picture("PNG");
    constexpr std::size_t kBehindHeader = 33;
    const std::string original = plain.substr(0, kBehindHeader) + chunk("eXIf", exif(1).substr(6)) +
                                 chunk("tEXt", std::string("Author\0", 7) + kSecret) +
                                 plain.substr(kBehindHeader) + kSecret;

    const auto bare = barePicture(original);

    ASSERT_TRUE(bare) << bare.error().detail;
    EXPECT_EQ(bare->find(kSecret), std::string::npos);
    EXPECT_EQ(shown(*bare), shown(plain));
}

TEST(BarePicture, IsNotMadeOfWhatOnlyBeginsLikeOneNorOfADocument)
{
    const std::string whole = photo(6);
    for (std::size_t size = 3; size < whole.size() - 80; size += 7) {
        const auto bare = barePicture(whole.substr(0, size));
        if (bare) EXPECT_EQ(bare->find(kSecret), std::string::npos);
    }
    EXPECT_EQ(barePicture("\xff\xd8\xff and no more").error().code, ErrorCode::outOfRange);
    EXPECT_EQ(barePicture("\x89PNG\r\n\x1a\n and").error().code, ErrorCode::outOfRange);
    EXPECT_EQ(*barePicture("%PDF-1.7 and more"), "%PDF-1.7 and more");
    EXPECT_EQ(*barePicture(madePicture(500, 1)), madePicture(500, 1));
}

}  // namespace liaison
