// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/server_store.h"

#include <cerrno>
#include <cstdio>

#include "server/store/server_rows.h"
#include "shared/base/system_error.h"
#include "shared/sqlite/transaction.h"

namespace liaison {

namespace {

/// Adds what one centre's own file says.
Result<Done> addFile(Directory& directory, CentreLedger& centre)
{
    const RecordId id = centre.standing().id;
    const auto devices = centre.devices();
    if (!devices) return devices.error();
    const auto invites = centre.invites();
    if (!invites) return invites.error();
    directory.centres.emplace(id, centre.standing().name);
    for (const CentreDevice& device : *devices) {
        if (!device.isRevoked) directory.keys.emplace(device.pin, KnownKey{id, device.number});
    }
    for (const StoredInvite& invite : *invites)
        directory.invites.emplace(invite.id, id);
    return done();
}

/// Adds what was known of a centre before.
void addFormer(Directory& directory, const Directory& before, const RecordId& id)
{
    const auto name = before.centres.find(id);
    if (name != before.centres.end()) directory.centres.insert(*name);
    for (const auto& item : before.keys) {
        if (item.second.centre == id) directory.keys.insert(item);
    }
    for (const auto& item : before.invites) {
        if (item.second == id) directory.invites.insert(item);
    }
}

/// Gives a store that cannot be read another name, together with its log.
Result<Done> setAside(const std::filesystem::path& file)
{
    for (const char* end : {"", "-wal"}) {
        const std::string from = file.string() + end;
        const std::string to = file.string() + ".damaged" + end;
        if (::rename(from.c_str(), to.c_str()) != 0 && errno != ENOENT)
            return systemError(errno, from);
    }
    return done();
}

}  // namespace

Result<std::unique_ptr<ServerStore>> ServerStore::open(const ServerFolder& folder,
                                                       spdlog::logger& log)
{
    Result<std::unique_ptr<ServerStore>> opened = read(folder);
    if (!opened && opened.error().code == ErrorCode::damaged) {
        log.error("server.db was damaged: {}; it is kept as server.db.damaged and made again",
                  opened.error().detail);
        if (Result<Done> moved = setAside(folder.serverDatabase()); !moved) return moved.error();
        opened = read(folder);
    }
    if (!opened) return opened;
    ServerStore& store = **opened;
    Result<Directory> now = store.readFiles(folder, store.directory_);
    if (!now) return now.error();
    if (*now == store.directory_) return opened;
    const Result<Done> written = store.writeAll(*now);
    if (!written)
        log.error("server.db was not written: {} ({})", name(written.error().code),
                  written.error().detail);
    store.directory_ = *std::move(now);
    store.wasRebuilt_ = bool(written);
    return opened;
}

Result<std::unique_ptr<ServerStore>> ServerStore::read(const ServerFolder& folder)
{
    Result<Database> database = Database::open(folder.serverDatabase(), folder.storeKey());
    if (!database) return database.error();
    if (Result<Done> migrated = migrateServerDatabase(*database); !migrated)
        return migrated.error();
    std::unique_ptr<ServerStore> store(new ServerStore(*std::move(database)));
    Result<Directory> said = store->readDatabase();
    if (!said) return said.error();
    store->directory_ = *std::move(said);
    return store;
}

Result<Directory> ServerStore::readDatabase()
{
    auto centres = liaison::readCentres(database_);
    if (!centres) return centres.error();
    auto keys = liaison::readKeys(database_);
    if (!keys) return keys.error();
    auto invites = liaison::readInvites(database_);
    if (!invites) return invites.error();
    return Directory{*std::move(centres), *std::move(keys), *std::move(invites)};
}

Result<Directory> ServerStore::readFiles(const ServerFolder& folder, const Directory& before)
{
    const Result<std::vector<RecordId>> files = folder.centreFiles();
    if (!files) return files.error();
    Directory directory;
    for (const RecordId& id : *files) {
        Result<CentreLedger> centre = folder.openCentre(id);
        const Result<Done> added = centre ? addFile(directory, *centre) : centre.error();
        if (added) continue;
        // One centre's file must not keep the others from working. A newer ledger shows that this
        // server is too old for its folder: then nothing is served.
        if (added.error().code == ErrorCode::newerSchema) return added.error();
        unreadable_.emplace_back(id, added.error());
        addFormer(directory, before, id);
    }
    return directory;
}

Result<Done> ServerStore::writeAll(const Directory& directory)
{
    Result<Transaction> transaction = Transaction::begin(database_);
    if (!transaction) return transaction.error();
    Result<Done> written = removeAllRows(database_);
    for (const auto& [id, name] : directory.centres) {
        if (written) written = writeCentre(database_, id, name);
    }
    for (const auto& [pin, key] : directory.keys) {
        if (written) written = writeKey(database_, pin, key);
    }
    for (const auto& [invite, centre] : directory.invites) {
        if (written) written = writeInvite(database_, invite, centre);
    }
    return written ? transaction->commit() : written;
}

std::optional<KnownKey> ServerStore::keyOf(std::string_view pin) const
{
    const std::lock_guard lock(reading_);
    const auto key = directory_.keys.find(std::string(pin));
    return key == directory_.keys.end() ? std::nullopt : std::optional(key->second);
}

std::optional<RecordId> ServerStore::centreOfInvite(const std::string& invite) const
{
    const std::lock_guard lock(reading_);
    const auto centre = directory_.invites.find(invite);
    return centre == directory_.invites.end() ? std::nullopt : std::optional(centre->second);
}

std::map<RecordId, std::string> ServerStore::centres() const
{
    const std::lock_guard lock(reading_);
    return directory_.centres;
}

Result<RecordId> ServerStore::centre(const std::string& idOrName) const
{
    const std::lock_guard lock(reading_);
    const Result<RecordId> id = RecordId::fromText(idOrName);
    if (id && directory_.centres.contains(*id)) return *id;
    std::optional<RecordId> found;
    for (const auto& [candidate, name] : directory_.centres) {
        if (name != idOrName) continue;
        if (found) return Error{ErrorCode::ambiguous, idOrName};
        found = candidate;
    }
    if (!found) return Error{ErrorCode::notFound, "no centre " + idOrName};
    return *found;
}

Result<Done> ServerStore::addCentre(const RecordId& id, const std::string& name)
{
    {
        const std::lock_guard lock(reading_);
        directory_.centres.emplace(id, name);
    }
    const std::lock_guard lock(writing_);
    return writeCentre(database_, id, name);
}

Result<Done> ServerStore::addKey(const std::string& pin, const KnownKey& key)
{
    {
        const std::lock_guard lock(reading_);
        if (!directory_.keys.emplace(pin, key).second) return done();
    }
    const std::lock_guard lock(writing_);
    return writeKey(database_, pin, key);
}

Result<Done> ServerStore::addInvite(const std::string& invite, const RecordId& centre)
{
    {
        const std::lock_guard lock(reading_);
        directory_.invites.emplace(invite, centre);
    }
    const std::lock_guard lock(writing_);
    return writeInvite(database_, invite, centre);
}

}  // namespace liaison
