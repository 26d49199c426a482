// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <vector>

#include "shared/base/result.h"
#include "shared/base/store_key.h"
#include "shared/ledger/centre_ledger.h"
#include "shared/trust/device_key.h"

namespace liaison {

/// The folder a server lives in, and the right to it, held as long as this object lives.
///
///     lock         held by whoever uses the folder
///     server.key   the server's key and its certificate, PEM
///     store.key    the 32 bytes that open the stores
///     server.db    which key and which invite belong to which centre
///     centres/     one ledger for each centre, <id>.db
///     control      the socket of a running server
///
/// Only its owner can read any of it. The keys are made with the folder, `server.key` last, and
/// never again: a first start that was interrupted goes on at the next, but a folder that has
/// centres and lacks a key is `damaged`, since a new key would shut every phone out.
class ServerFolder {
public:
    enum class WhenMissing { refuse, make };

    /// Takes the folder. Fails with `inUse` at once when another process has it, `notFound` when
    /// there is none and none is to be made, `damaged`, `diskFull`, `io`.
    static Result<ServerFolder> take(const std::filesystem::path& path, WhenMissing whenMissing);

    ServerFolder(ServerFolder&& other) noexcept;
    ServerFolder& operator=(ServerFolder&&) = delete;
    ~ServerFolder();

    const std::filesystem::path& path() const { return path_; }
    std::filesystem::path serverDatabase() const { return path_ / "server.db"; }
    static std::filesystem::path control(const std::filesystem::path& path);
    std::filesystem::path centreFile(const RecordId& id) const;
    /// The ids that the files in `centres` are named after.
    Result<std::vector<RecordId>> centreFiles() const;
    Result<CentreLedger> openCentre(const RecordId& id) const;

    const DeviceKey& serverKey() const { return *serverKey_; }
    const StoreKey& storeKey() const { return *storeKey_; }
    /// What phones know the server by.
    std::vector<std::string> pins() const { return {serverKey_->pin()}; }

private:
    ServerFolder(std::filesystem::path path, int lock) : path_(std::move(path)), lock_(lock) {}

    Result<Done> readKeys();
    Result<Done> makeKeys();

    std::filesystem::path path_;
    int lock_;
    std::optional<DeviceKey> serverKey_;
    std::optional<StoreKey> storeKey_;
};

}  // namespace liaison
