// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/e2e/tls_records.h"

#include <algorithm>

namespace liaison::e2e {

namespace {

constexpr std::size_t kHeaderBytes = 5;

std::size_t lengthIn(const std::string& header)
{
    return static_cast<std::size_t>(static_cast<unsigned char>(header[3])) << 8 |
           static_cast<unsigned char>(header[4]);
}

}  // namespace

std::size_t TlsRecords::pass(std::string_view bytes, std::optional<std::uint64_t> last)
{
    std::size_t passed = 0;
    while (passed < bytes.size() && !(last && ended_ >= *last)) {
        if (header_.size() < kHeaderBytes) {
            header_ += bytes[passed++];
            if (header_.size() == kHeaderBytes) left_ = lengthIn(header_);
        } else {
            const std::size_t some = std::min(left_, bytes.size() - passed);
            passed += some;
            left_ -= some;
        }
        if (header_.size() == kHeaderBytes && left_ == 0) {
            ++ended_;
            header_.clear();
        }
    }
    return passed;
}

}  // namespace liaison::e2e
