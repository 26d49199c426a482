// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/trust/qr.h"

#include <ZXing/BitMatrix.h>
#include <ZXing/MultiFormatWriter.h>

#include <algorithm>
#include <exception>

namespace liaison {

namespace {

constexpr int kQuietModules = 4;
constexpr int kCorrectionM = 4;  // on ZXing's scale from 1 to 8
constexpr std::string_view kBlackOnWhite = "\x1b[38;5;16;48;5;231m";
constexpr std::string_view kOwnColours = "\x1b[0m";

std::string_view halfBlock(bool isUpperDark, bool isLowerDark)
{
    if (isUpperDark && isLowerDark) return "█";
    if (isUpperDark) return "▀";
    if (isLowerDark) return "▄";
    return " ";
}

}  // namespace

bool QrMatrix::isDark(int column, int row) const
{
    if (column < 0 || row < 0 || column >= size_ || row >= size_) return false;
    return dark_[static_cast<std::size_t>(row * size_ + column)];
}

Result<QrMatrix> qrMatrix(std::string_view text)
{
    const auto isAscii = [](char c) { return c >= ' ' && c < '\x7f'; };
    if (text.empty() || !std::all_of(text.begin(), text.end(), isAscii)) {
        return Error{ErrorCode::malformed, "a code holds ASCII text"};
    }
    try {
        ZXing::MultiFormatWriter writer(ZXing::BarcodeFormat::QRCode);
        writer.setEccLevel(kCorrectionM).setMargin(0);
        const ZXing::BitMatrix bits = writer.encode(std::string(text), 0, 0);
        std::vector<bool> dark;
        for (int row = 0; row < bits.height(); ++row) {
            for (int column = 0; column < bits.width(); ++column) {
                dark.push_back(bits.get(column, row));
            }
        }
        return QrMatrix(bits.width(), std::move(dark));
    } catch (const std::exception& failure) {
        return Error{ErrorCode::tooLarge, failure.what()};
    }
}

std::string terminalText(const QrMatrix& matrix)
{
    const int end = matrix.size() + kQuietModules;
    std::string text;
    for (int row = -kQuietModules; row < end; row += 2) {
        text += kBlackOnWhite;
        for (int column = -kQuietModules; column < end; ++column) {
            text += halfBlock(matrix.isDark(column, row), matrix.isDark(column, row + 1));
        }
        text += kOwnColours;
        text += '\n';
    }
    return text;
}

}  // namespace liaison
