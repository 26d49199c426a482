// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "liaison/v1/sync.pb.h"

namespace liaison {

/// Where a pull has come to, as the centre writes it for itself and devices bring it back.
struct Cursor {
    std::uint64_t epoch = 0;
    std::string view;
    std::uint64_t sequence = 0;  ///< entries up to here have been handed over
    std::string running;         ///< what the log up to there adds up to
    /// Set in a first run over the log up to `sequence`, of which only a part was handed over yet.
    std::optional<v1::FirstRunPlace> firstRun{};
};

/// The cursor with 16 bytes of HMAC-SHA-256 (RFC 2104) under the centre's secret. Opaque to
/// devices.
std::string sealed(const Cursor& cursor, const std::string& secret);

/// The cursor that this centre sealed; none for any other bytes.
std::optional<Cursor> opened(std::string_view bytes, const std::string& secret);

}  // namespace liaison
