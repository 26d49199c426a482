// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "liaison/v1/control.pb.h"

namespace liaison {

/// An answer as a person at a terminal reads it, line break included. An invite comes with its QR
/// code, drawn for the terminal.
std::string textOf(const v1::AdminAnswer& answer);

/// The same as one line of JSON, for scripts. Times are ISO 8601 in universal time, ids are UUIDs.
std::string jsonOf(const v1::AdminAnswer& answer);

/// "aide", "nurse", "supervisor"; "none" for a member without a role.
std::string roleName(v1::Role role);

}  // namespace liaison
