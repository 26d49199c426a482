// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/net/farewell.h"

#include "shared/sync/centre_session.h"

namespace liaison {

v1::FromCentre farewell(const Error& reason)
{
    if (reason.code < ErrorCode::notFound) return bye(reason);
    return bye({ErrorCode::busy, "the centre cannot go on"});
}

}  // namespace liaison
