// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <spdlog/logger.h>

#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "server/store/server_folder.h"
#include "shared/sqlite/database.h"

namespace liaison {

/// Where a known key leads.
struct KnownKey {
    RecordId centre;
    DeviceNumber device;

    bool operator==(const KnownKey&) const = default;
};

/// Everything `server.db` says: which centres there are, and which key and which invite belongs to
/// which. Nothing in it is known only here; the centres' files are right where they differ.
struct Directory {
    std::map<RecordId, std::string> centres;  ///< their names
    std::map<std::string, KnownKey> keys;     ///< by pin
    std::map<std::string, RecordId> invites;  ///< by invite id

    bool operator==(const Directory&) const = default;
};

/// Owns `server.db`. Answers from memory, so that a handshake never waits for the disk, not even
/// for a write that is under way; writes through. Any thread.
class ServerStore {
public:
    /// Opens the store and makes it say what the centres' files say. A centre whose file is damaged
    /// keeps the rows it had, and is named by `unreadable`. A `server.db` that is damaged itself is
    /// kept as `server.db.damaged`, made again from the centres' files, and logged; one that cannot
    /// be written now is logged, and memory has what it should say. Fails with `newerSchema`,
    /// `wrongKey`, `inUse`, `io`, `diskFull`: of server.db, or of any centre.
    static Result<std::unique_ptr<ServerStore>> open(const ServerFolder& folder,
                                                     spdlog::logger& log);

    std::optional<KnownKey> keyOf(std::string_view pin) const;
    std::optional<RecordId> centreOfInvite(const std::string& invite) const;
    std::map<RecordId, std::string> centres() const;
    /// The centre with this id or, failing that, this name; `notFound`, `ambiguous`.
    Result<RecordId> centre(const std::string& idOrName) const;

    /// An error means that the disk did not take it; memory has it, and the next start will.
    Result<Done> addCentre(const RecordId& id, const std::string& name);
    Result<Done> addKey(const std::string& pin, const KnownKey& key);
    Result<Done> addInvite(const std::string& invite, const RecordId& centre);

    /// Centres whose files could not be read, and why.
    const std::vector<std::pair<RecordId, Error>>& unreadable() const { return unreadable_; }
    /// The files said something else than `server.db` did.
    bool wasRebuilt() const { return wasRebuilt_; }

private:
    explicit ServerStore(Database database) : database_(std::move(database)) {}

    /// The store with what `server.db` says.
    static Result<std::unique_ptr<ServerStore>> read(const ServerFolder& folder);
    Result<Directory> readDatabase();
    /// What the files say; `before` answers for a file that cannot be read.
    Result<Directory> readFiles(const ServerFolder& folder, const Directory& before);
    Result<Done> writeAll(const Directory& directory);

    mutable std::mutex reading_;  ///< of directory_; held for a moment only
    Directory directory_;
    std::mutex writing_;  ///< of database_
    Database database_;
    std::vector<std::pair<RecordId, Error>> unreadable_;
    bool wasRebuilt_ = false;
};

}  // namespace liaison
