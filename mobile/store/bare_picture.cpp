// SPDX-License-Identifier: GPL-3.0-or-later
#include "mobile/store/bare_picture.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>

namespace liaison {

namespace {

constexpr std::string_view kJpegStart = "\xff\xd8";
constexpr std::string_view kPngStart = "\x89PNG\r\n\x1a\n";
constexpr std::string_view kExif("Exif\0\0", 6);

Error notAPicture(const char* what)
{
    return {ErrorCode::outOfRange, std::string("not a picture that can be read: ") + what};
}

std::uint32_t number(std::string_view bytes, std::size_t at, std::size_t length, bool isLittle)
{
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < length; ++i) {
        const std::size_t place = isLittle ? at + length - 1 - i : at + i;
        value = value << 8 | static_cast<std::uint8_t>(bytes[place]);
    }
    return value;
}

/// Which side is up, 1 to 8, as the first directory of an Exif segment says; 1 where it does not.
std::uint32_t orientationIn(std::string_view exif)
{
    constexpr std::uint32_t kOrientation = 0x0112;
    const std::string_view tiff = exif.substr(kExif.size());
    if (tiff.size() < 8) return 1;
    const bool isLittle = tiff.starts_with("II");
    const std::size_t directory = number(tiff, 4, 4, isLittle);
    if (directory > tiff.size() || tiff.size() - directory < 2) return 1;
    const std::size_t count = number(tiff, directory, 2, isLittle);
    for (std::size_t i = 0; i < count; ++i) {
        const std::size_t entry = directory + 2 + 12 * i;
        if (entry + 12 > tiff.size()) return 1;
        if (number(tiff, entry, 2, isLittle) != kOrientation) continue;
        const std::uint32_t value = number(tiff, entry + 8, 2, isLittle);
        return value >= 1 && value <= 8 ? value : 1;
    }
    return 1;
}

/// An Exif segment that says which side is up, and nothing else.
std::string orientationSegment(std::uint32_t orientation)
{
    std::string tiff("MM\0\x2a\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0", 19);
    tiff += static_cast<char>(orientation);
    tiff += std::string(6, '\0');
    const std::size_t length = 2 + kExif.size() + tiff.size();
    std::string segment = "\xff\xe1";
    segment += static_cast<char>(length >> 8);
    segment += static_cast<char>(length & 0xff);
    return segment.append(kExif).append(tiff);
}

/// What a picture cannot be shown right without: everything but APP1 to APP15 and comments, of
/// these the colour profile (APP2) and how the colours are coded (APP14).
bool isNeeded(std::uint8_t marker, std::string_view content)
{
    if (marker == 0xe2) return content.starts_with(std::string_view("ICC_PROFILE\0", 12));
    if (marker == 0xee) return content.starts_with("Adobe");
    return marker != 0xfe && (marker < 0xe1 || marker > 0xef);
}

/// Where the coded picture that begins here ends: at the next marker that is none of its own.
std::size_t endOfScan(std::string_view bytes, std::size_t at)
{
    while (true) {
        at = bytes.find('\xff', at);
        if (at == std::string_view::npos || at + 1 >= bytes.size()) return bytes.size();
        const auto next = static_cast<std::uint8_t>(bytes[at + 1]);
        const bool isOfScan = next == 0 || next == 0xff || (next >= 0xd0 && next <= 0xd7);
        if (!isOfScan) return at;
        at += next == 0xff ? 1 : 2;
    }
}

Result<std::string> bareJpeg(std::string_view bytes)
{
    std::string kept(kJpegStart);
    std::size_t at = kJpegStart.size();
    std::size_t firstSegments = kept.size();
    std::uint32_t orientation = 1;
    while (true) {
        if (at + 4 > bytes.size() && bytes.substr(at) != "\xff\xd9") return notAPicture("its end");
        if (bytes[at] != '\xff') return notAPicture("a segment");
        const auto marker = static_cast<std::uint8_t>(bytes[at + 1]);
        if (marker == 0xff) {
            ++at;
            continue;
        }
        if (marker == 0xd9) break;
        const std::size_t length = number(bytes, at + 2, 2, false);
        if (marker < 0xc0 || length < 2 || at + 2 + length > bytes.size()) {
            return notAPicture("a segment");
        }
        const std::string_view content = bytes.substr(at + 4, length - 2);
        if (marker == 0xe1 && content.starts_with(kExif)) orientation = orientationIn(content);
        std::size_t end = at + 2 + length;
        if (marker == 0xda) end = endOfScan(bytes, end);
        if (isNeeded(marker, content)) kept.append(bytes.substr(at, end - at));
        // The JFIF segment has to be the first one.
        if (marker == 0xe0) firstSegments = kept.size();
        at = end;
    }
    if (orientation != 1) kept.insert(firstSegments, orientationSegment(orientation));
    return kept + "\xff\xd9";
}

Result<std::string> barePng(std::string_view bytes)
{
    constexpr std::array<std::string_view, 13> kNeeded = {"IHDR", "PLTE", "IDAT", "IEND", "tRNS",
                                                          "cHRM", "gAMA", "iCCP", "sBIT", "sRGB",
                                                          "bKGD", "pHYs", "cICP"};
    std::string kept(kPngStart);
    for (std::size_t at = kPngStart.size();;) {
        if (at + 12 > bytes.size()) return notAPicture("its end");
        const std::size_t length = number(bytes, at, 4, false);
        if (length > bytes.size() - at - 12) return notAPicture("a chunk");
        const std::string_view type = bytes.substr(at + 4, 4);
        const bool isNeeded = std::find(kNeeded.begin(), kNeeded.end(), type) != kNeeded.end();
        if (isNeeded) kept.append(bytes.substr(at, length + 12));
        if (type == "IEND") return kept;
        at += length + 12;
    }
}

}  // namespace

Result<std::string> barePicture(const std::string& bytes)
{
    if (bytes.starts_with(kJpegStart)) return bareJpeg(bytes);
    if (bytes.starts_with(kPngStart)) return barePng(bytes);
    return bytes;
}

}  // namespace liaison
