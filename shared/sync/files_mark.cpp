// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/sync/files_mark.h"

#include "liaison/v1/sync.pb.h"
#include "shared/base/bytes.h"
#include "shared/base/sha256.h"

namespace liaison {

namespace {

constexpr std::size_t kMacBytes = 16;

std::string macOf(std::string_view content, std::string_view name, const std::string& secret)
{
    const std::string sealedBytes = "files" + std::string(name) + std::string(content);
    return hmacSha256(secret, sealedBytes).substr(0, kMacBytes);
}

}  // namespace

std::string sealed(const FilesMark& mark, std::string_view name, const std::string& secret)
{
    v1::FilesMarkContent content;
    content.set_count(mark.count);
    content.set_sum(mark.sum);
    const std::string bytes = content.SerializeAsString();
    return bytes + macOf(bytes, name, secret);
}

std::optional<FilesMark> openedMark(std::string_view bytes, std::string_view name,
                                    const std::string& secret)
{
    if (bytes.size() < kMacBytes) return std::nullopt;
    const std::string_view content = bytes.substr(0, bytes.size() - kMacBytes);
    const std::string_view mac = bytes.substr(content.size());
    if (!equalInConstantTime(mac, macOf(content, name, secret))) return std::nullopt;
    v1::FilesMarkContent read;
    if (!read.ParseFromArray(content.data(), static_cast<int>(content.size()))) return std::nullopt;
    return FilesMark{read.count(), read.sum()};
}

}  // namespace liaison
