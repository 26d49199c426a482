// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/base/system_error.h"

#include <cerrno>
#include <system_error>

namespace liaison {

bool isNoRoom(int number)
{
    return number == ENOSPC || number == EDQUOT || number == EFBIG;
}

Error systemError(int number, const std::string& what)
{
    const ErrorCode code = isNoRoom(number) ? ErrorCode::diskFull : ErrorCode::io;
    return {code, what + ": " + std::generic_category().message(number)};
}

}  // namespace liaison
