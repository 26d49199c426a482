// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/server_folder.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <utility>

#include "shared/base/durable_file.h"
#include "shared/base/system_error.h"
#include "shared/record/schema.h"

namespace liaison {

namespace fs = std::filesystem;

namespace {

bool isThere(const fs::path& path)
{
    std::error_code ignored;
    return fs::exists(path, ignored);
}

Result<int> lockOf(const fs::path& folder)
{
    const fs::path path = folder / "lock";
    const int lock = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (lock < 0) return systemError(errno, path.string());
    if (::flock(lock, LOCK_EX | LOCK_NB) == 0) return lock;
    const Error error = errno == EWOULDBLOCK ? Error{ErrorCode::inUse, folder.string()}
                                             : systemError(errno, path.string());
    ::close(lock);
    return error;
}

Result<std::vector<RecordId>> centresIn(const fs::path& folder)
{
    std::vector<RecordId> ids;
    std::error_code failed;
    for (const auto& file : fs::directory_iterator(folder, failed)) {
        if (file.path().extension() != ".db") continue;
        const Result<RecordId> id = RecordId::fromText(file.path().stem().string());
        if (id) ids.push_back(*id);
    }
    if (failed) return systemError(failed.value(), folder.string());
    return ids;
}

/// Whether somebody could miss what is here. A start that was interrupted before the server's key
/// was made has nothing that anybody wrote.
bool isInUse(const fs::path& folder)
{
    if (isThere(folder / "server.key")) return true;
    const Result<std::vector<RecordId>> centres = centresIn(folder / "centres");
    return centres && !centres->empty();
}

}  // namespace

Result<ServerFolder> ServerFolder::take(const fs::path& path, WhenMissing whenMissing)
{
    if (whenMissing == WhenMissing::refuse && !isInUse(path))
        return Error{ErrorCode::notFound, "no data folder at " + path.string()};
    if (Result<Done> made = makePrivateFolder(path); !made) return made.error();
    const Result<int> lock = lockOf(path);
    if (!lock) return lock.error();
    ServerFolder folder(path, *lock);
    if (Result<Done> made = makePrivateFolder(path / "centres"); !made) return made.error();
    const Result<std::vector<RecordId>> centres = folder.centreFiles();
    if (!centres) return centres.error();
    if (!isThere(path / "server.key") && centres->empty()) {
        if (Result<Done> made = folder.makeKeys(); !made) return made.error();
    }
    if (Result<Done> read = folder.readKeys(); !read) return read.error();
    return folder;
}

ServerFolder::ServerFolder(ServerFolder&& other) noexcept
    : path_(std::move(other.path_)),
      lock_(std::exchange(other.lock_, -1)),
      serverKey_(std::move(other.serverKey_)),
      storeKey_(std::move(other.storeKey_))
{
}

ServerFolder::~ServerFolder()
{
    if (lock_ >= 0) ::close(lock_);
}

fs::path ServerFolder::control(const fs::path& path)
{
    return path / "control";
}

fs::path ServerFolder::centreFile(const RecordId& id) const
{
    return path_ / "centres" / (id.text() + ".db");
}

Result<std::vector<RecordId>> ServerFolder::centreFiles() const
{
    return centresIn(path_ / "centres");
}

Result<CentreLedger> ServerFolder::openCentre(const RecordId& id) const
{
    Result<CentreLedger> centre = CentreLedger::open(centreFile(id), *storeKey_, Schema::care());
    if (centre && centre->standing().id != id)
        return Error{ErrorCode::damaged, "the file holds another centre than its name says"};
    return centre;
}

// The server's key comes last: it says that the folder is whole. A store.key that an interrupted
// start left is kept, since it may have opened server.db already.
Result<Done> ServerFolder::makeKeys()
{
    const Result<DeviceKey> key = DeviceKey::make();
    if (!key) return key.error();
    if (!isThere(path_ / "store.key")) {
        const StoreKey storeKey = StoreKey::make();
        if (auto kept = writeDurably(path_ / "store.key", storeKey.bytes()); !kept) return kept;
    }
    return writeDurably(path_ / "server.key", key->certificatePem() + key->privateKeyPem());
}

Result<Done> ServerFolder::readKeys()
{
    const Result<std::string> storeKey = readWhole(path_ / "store.key");
    const Result<std::string> serverKey = readWhole(path_ / "server.key");
    for (const auto* read : {&storeKey, &serverKey}) {
        if (!*read && read->error().code == ErrorCode::notFound)
            return Error{ErrorCode::damaged, "a key is missing: " + read->error().detail};
        if (!*read) return read->error();
    }
    const Result<StoreKey> opened = StoreKey::fromBytes(*storeKey);
    if (!opened) return Error{ErrorCode::damaged, "store.key is not 32 bytes"};
    Result<DeviceKey> key = DeviceKey::fromPem(*serverKey, *serverKey);
    if (!key) return Error{ErrorCode::damaged, "server.key: " + key.error().detail};
    storeKey_ = *opened;
    serverKey_ = *std::move(key);
    return done();
}

}  // namespace liaison
