// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "shared/base/result.h"

namespace liaison {

/// The modules of a QR code (ISO/IEC 18004), without the quiet zone around it.
class QrMatrix {
public:
    QrMatrix(int size, std::vector<bool> dark) : size_(size), dark_(std::move(dark)) {}

    /// Modules along one side.
    int size() const { return size_; }
    /// Outside of the code everything is light.
    bool isDark(int column, int row) const;

private:
    int size_ = 0;
    std::vector<bool> dark_;  ///< row by row
};

/// The code that holds this ASCII text, with error correction M (15 % of it may be lost);
/// `malformed` for other text and none, `tooLarge` beyond what a QR code holds (some 2,300 bytes).
Result<QrMatrix> qrMatrix(std::string_view text);

/// The code drawn with half blocks for a terminal of 256 colours, its quiet zone of 4 modules
/// included: black on white whatever the terminal's own colours are. Ends with a line break; needs
/// size() + 8 columns and half as many lines.
std::string terminalText(const QrMatrix& matrix);

}  // namespace liaison
