// SPDX-License-Identifier: GPL-3.0-or-later
#include "mobile/store/profile_files.h"

#include "shared/base/durable_file.h"

namespace liaison {

Result<Done> writeDeviceKey(const std::filesystem::path& folder, const DeviceKey& key,
                            const char* file)
{
    return writeDurably(folder / file, key.privateKeyPem() + key.certificatePem());
}

Result<DeviceKey> readDeviceKey(const std::filesystem::path& folder, const char* file)
{
    const auto pem = readWhole(folder / file);
    if (!pem) return pem.error();
    auto key = DeviceKey::fromPem(*pem, *pem);
    if (!key) return Error{ErrorCode::damaged, std::string(file) + ": " + key.error().detail};
    return key;
}

Error missingPart(const Error& error)
{
    if (error.code != ErrorCode::notFound) return error;
    return {ErrorCode::damaged, error.detail};
}

}  // namespace liaison
