// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

#include "liaison/v1/options.pb.h"

namespace liaison::sim {

/// Whether care.proto lets this role read or write a field of a kind: read from its annotations
/// anew, so that it may judge what production makes of them.
bool mayRead(v1::Role role, std::uint32_t kind, std::uint32_t field);
bool mayWrite(v1::Role role, std::uint32_t kind, std::uint32_t field);

}  // namespace liaison::sim
