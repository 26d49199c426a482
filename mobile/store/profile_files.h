// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

#include "shared/base/result.h"
#include "shared/trust/device_key.h"

namespace liaison {

// What the folder of a profile holds.
constexpr const char* kDeviceKeyFile = "device.pem";
constexpr const char* kNextKeyFile = "device.next.pem";
constexpr const char* kPinLockFile = "lock";
constexpr const char* kCardFile = "profile.json";
constexpr const char* kLedgerFile = "ledger.db";
constexpr const char* kFilesFile = "ledger.files.db";

/// Key and certificate in one PEM file. Fails with a code of the disk.
Result<Done> writeDeviceKey(const std::filesystem::path& folder, const DeviceKey& key,
                            const char* file = kDeviceKeyFile);
/// Fails with `notFound`, or `damaged` when the file holds no key and certificate.
Result<DeviceKey> readDeviceKey(const std::filesystem::path& folder,
                                const char* file = kDeviceKeyFile);

/// The same error, but `damaged` where a part that belongs to a whole profile was not found.
Error missingPart(const Error& error);

}  // namespace liaison
