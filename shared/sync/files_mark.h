// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "shared/ledger/file_store.h"

namespace liaison {

/// A mark of a centre's files with 16 bytes of HMAC-SHA-256 (RFC 2104) under the centre's secret,
/// over the name of the files too. Opaque to devices, which bring the last one back.
std::string sealed(const FilesMark& mark, std::string_view name, const std::string& secret);

/// The mark that this centre sealed while its files had this name; none for any other bytes.
std::optional<FilesMark> openedMark(std::string_view bytes, std::string_view name,
                                    const std::string& secret);

}  // namespace liaison
