// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "liaison/v1/sync.pb.h"
#include "shared/base/result.h"

namespace liaison {

/// The `Bye` of a line that ends for this reason. What is wrong with this machine (`notFound` and
/// all codes behind it) is for the log alone: a device, which would take it for its own trouble,
/// is told `busy`.
v1::FromCentre farewell(const Error& reason);

}  // namespace liaison
