// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "shared/base/result.h"

namespace liaison {

/// Whether this `errno` says that something is full: the disk, a quota, or the largest file that
/// this process may write.
bool isNoRoom(int number);

/// What `errno` means after a system call on `what`, a path for example: `diskFull` when there is
/// no room, `io` otherwise. The detail is `what` and the system's own sentence.
Error systemError(int number, const std::string& what);

}  // namespace liaison
