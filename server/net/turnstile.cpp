// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/net/turnstile.h"

namespace liaison {

void Turnstile::Pass::release()
{
    if (isReleased_.exchange(true)) return;
    turnstile_.inside_.try_receive([](boost::system::error_code) {});
}

Awaitable<Result<std::shared_ptr<Turnstile::Pass>>> Turnstile::enter()
{
    const boost::system::error_code nothing;
    const auto sent = co_await inside_.async_send(nothing, kAwait);
    if (std::get<0>(sent)) co_return Error{ErrorCode::stopping, "nobody is let in any more"};
    co_return std::make_shared<Pass>(*this);
}

}  // namespace liaison
