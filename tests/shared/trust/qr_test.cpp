// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/trust/qr.h"

#include <ZXing/ReadBarcode.h>
#include <ZXing/TextUtfEncoding.h>
#include <gtest/gtest.h>

#include <cstdint>
#include <sstream>

#include "shared/base/bytes.h"

namespace liaison {

namespace {

/// Grey pixels, as a camera sees a screen.
struct Picture {
    int width = 0;
    int height = 0;
    std::vector<std::uint8_t> grey;

    Picture(int w, int h, std::uint8_t paint)
        : width(w), height(h), grey(static_cast<std::size_t>(w * h), paint)
    {
    }

    void fill(int left, int top, int columns, int rows, std::uint8_t paint)
    {
        for (int y = top; y < top + rows; ++y) {
            for (int x = left; x < left + columns; ++x) {
                grey[static_cast<std::size_t>(y * width + x)] = paint;
            }
        }
    }

    /// What a reader that does not try inverted colours finds; empty when nothing.
    std::string read() const
    {
        const ZXing::ImageView view(grey.data(), width, height, ZXing::ImageFormat::Lum);
        ZXing::DecodeHints hints;
        hints.setFormats(ZXing::BarcodeFormat::QRCode);
        const ZXing::Result result = ZXing::ReadBarcode(view, hints);
        return result.isValid() ? ZXing::TextUtfEncoding::ToUtf8(result.text()) : std::string();
    }
};

struct Colours {
    std::uint8_t foreground;
    std::uint8_t background;
};
constexpr Colours kDarkTerminal{220, 20};
constexpr Colours kLightTerminal{20, 250};

constexpr int kCellWidth = 6;
constexpr int kHalfCell = 6;

/// Draws text as a terminal would that knows half blocks and the two colour codes we use.
class Terminal {
public:
    explicit Terminal(Colours own) : own_(own), now_(own), picture_(900, 900, own.background) {}

    void print(std::string_view text)
    {
        while (!text.empty()) {
            if (takes(text, "\x1b[38;5;16;48;5;231m")) {
                now_ = {0, 255};
            } else if (takes(text, "\x1b[0m")) {
                now_ = own_;
            } else if (takes(text, "\n")) {
                top_ += 2 * kHalfCell;
                left_ = kCellWidth;
            } else if (takes(text, "█")) {
                cell(now_.foreground, now_.foreground);
            } else if (takes(text, "▀")) {
                cell(now_.foreground, now_.background);
            } else if (takes(text, "▄")) {
                cell(now_.background, now_.foreground);
            } else {
                ASSERT_EQ(text.front(), ' ');
                text.remove_prefix(1);
                cell(now_.background, now_.background);
            }
        }
    }

    const Picture& picture() const { return picture_; }

private:
    static bool takes(std::string_view& text, std::string_view start)
    {
        if (!text.starts_with(start)) return false;
        text.remove_prefix(start.size());
        return true;
    }

    void cell(std::uint8_t upper, std::uint8_t lower)
    {
        picture_.fill(left_, top_, kCellWidth, kHalfCell, upper);
        picture_.fill(left_, top_ + kHalfCell, kCellWidth, kHalfCell, lower);
        left_ += kCellWidth;
    }

    Colours own_;
    Colours now_;
    Picture picture_;
    int left_ = kCellWidth;
    int top_ = kHalfCell;
};

Picture pictureOf(const QrMatrix& matrix)
{
    constexpr int kScale = 4;
    constexpr int kMargin = 16;
    const int side = matrix.size() * kScale + 2 * kMargin;
    Picture picture(side, side, 255);
    for (int row = 0; row < matrix.size(); ++row) {
        for (int column = 0; column < matrix.size(); ++column) {
            if (!matrix.isDark(column, row)) continue;
            picture.fill(kMargin + column * kScale, kMargin + row * kScale, kScale, kScale, 0);
        }
    }
    return picture;
}

}  // namespace

TEST(Qr, IsReadBackWhateverItsLength)
{
    for (const std::size_t length : {1u, 20u, 100u, 350u, 800u}) {
        const std::string text = "liaison:" + toHex(randomBytes(length));
        const auto matrix = qrMatrix(text);

        ASSERT_TRUE(matrix) << matrix.error().detail;
        EXPECT_EQ(pictureOf(*matrix).read(), text);
    }
}

TEST(Qr, IsReadFromADarkTerminalAndFromALightOne)
{
    const std::string text = "liaison:" + toHex(randomBytes(170));
    const auto matrix = qrMatrix(text);

    for (const Colours& colours : {kDarkTerminal, kLightTerminal}) {
        Terminal terminal(colours);
        terminal.print(terminalText(*matrix));
        EXPECT_EQ(terminal.picture().read(), text);
    }
}

TEST(Qr, IsDrawnWithAQuietZoneOfFourModules)
{
    const auto matrix = qrMatrix("liaison:test");
    std::istringstream lines(terminalText(*matrix));
    int count = 0;
    std::string first;
    for (std::string line; std::getline(lines, line); ++count) {
        if (count == 0) first = line;
    }

    EXPECT_EQ(matrix->size() % 4, 1);
    EXPECT_EQ(count, (matrix->size() + 8 + 1) / 2);
    EXPECT_NE(first.find(std::string(static_cast<std::size_t>(matrix->size() + 8), ' ')),
              std::string::npos);
}

TEST(Qr, HoldsAsciiTextAlone)
{
    EXPECT_EQ(qrMatrix("").error().code, ErrorCode::malformed);
    EXPECT_EQ(qrMatrix("é").error().code, ErrorCode::malformed);
    EXPECT_EQ(qrMatrix(std::string("a\0b", 3)).error().code, ErrorCode::malformed);
    EXPECT_EQ(qrMatrix(std::string(5000, 'x')).error().code, ErrorCode::tooLarge);
}

}  // namespace liaison
