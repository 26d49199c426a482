// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <spdlog/logger.h>

#include <memory>
#include <optional>

#include "liaison/v1/control.pb.h"
#include "server/store/server_store.h"
#include "shared/base/time.h"

namespace liaison {

/// What an administrator may ask: a request in, an answer out, the same whether a server runs or
/// not. A request about a centre is answered with that centre's ledger, on whatever thread owns it;
/// the others need none. A failure is an answer. What a centre's file has and `server.db` could not
/// take is a line in the log: it is there at the next start. Any thread, one for each centre.
class AdminService {
public:
    AdminService(const ServerFolder& folder, ServerStore& store, const Clock& clock,
                 std::shared_ptr<spdlog::logger> log);

    /// The centre a request is about; none when it is about no centre that exists already. Comes
    /// first: a request that `checkRequest` refuses goes no further.
    Result<std::optional<RecordId>> centreOf(const v1::AdminRequest& request) const;

    /// Answers a request that is about no centre that exists already.
    v1::AdminAnswer answer(const v1::AdminRequest& request);
    /// Answers a request about this centre.
    v1::AdminAnswer answer(const v1::AdminRequest& request, CentreLedger& centre);

private:
    Result<v1::AdminAnswer> addCentre(const v1::AddCentre& request);
    v1::AdminAnswer listCentres() const;
    Result<v1::AdminAnswer> setAddresses(const v1::SetAddresses& request, CentreLedger& centre);
    Result<v1::AdminAnswer> setFilesLimit(const v1::SetFilesLimit& request, CentreLedger& centre);
    Result<v1::AdminAnswer> makeInvite(const v1::MakeInvite& request, CentreLedger& centre);
    void note(const Result<Done>& kept) const;

    const ServerFolder& folder_;
    ServerStore& store_;
    const Clock& clock_;
    std::shared_ptr<spdlog::logger> log_;
};

v1::AdminAnswer failure(const Error& error);

}  // namespace liaison
