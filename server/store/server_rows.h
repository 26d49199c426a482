// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/store/server_store.h"

namespace liaison {

/// The rows of server.db: one function for each thing that is read or written there.

Result<Done> migrateServerDatabase(Database& database);

Result<std::map<RecordId, std::string>> readCentres(Database& database);
Result<std::map<std::string, KnownKey>> readKeys(Database& database);
Result<std::map<std::string, RecordId>> readInvites(Database& database);

Result<Done> writeCentre(Database& database, const RecordId& id, const std::string& name);
Result<Done> writeKey(Database& database, const std::string& pin, const KnownKey& key);
Result<Done> writeInvite(Database& database, const std::string& invite, const RecordId& centre);
/// Empties every table; belongs inside a transaction.
Result<Done> removeAllRows(Database& database);

}  // namespace liaison
