// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace liaison::e2e {

/// Where TLS records end in one direction of a connection, read from their headers (RFC 8446, 5.1)
/// without looking into them: the only message boundaries that a network can see.
class TlsRecords {
public:
    /// Looks at what comes next. Returns how many of these bytes lie before the end of record
    /// number `last`, counted from 1: all of them without such a limit or while it is not reached.
    std::size_t pass(std::string_view bytes, std::optional<std::uint64_t> last = {});
    /// Records that have ended.
    std::uint64_t ended() const { return ended_; }

private:
    std::string header_;
    std::size_t left_ = 0;  ///< bytes of the present record behind its header
    std::uint64_t ended_ = 0;
};

}  // namespace liaison::e2e
