// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/sync/cursor.h"

#include "shared/base/bytes.h"
#include "shared/base/sha256.h"

namespace liaison {

namespace {

constexpr std::size_t kMacBytes = 16;

std::string macOf(std::string_view content, const std::string& secret)
{
    return hmacSha256(secret, "cursor" + std::string(content)).substr(0, kMacBytes);
}

}  // namespace

std::string sealed(const Cursor& cursor, const std::string& secret)
{
    v1::CursorContent content;
    content.set_epoch(cursor.epoch);
    content.set_view(cursor.view);
    content.set_sequence(cursor.sequence);
    content.set_running(cursor.running);
    if (cursor.firstRun) *content.mutable_first_run() = *cursor.firstRun;
    const std::string bytes = content.SerializeAsString();
    return bytes + macOf(bytes, secret);
}

std::optional<Cursor> opened(std::string_view bytes, const std::string& secret)
{
    if (bytes.size() < kMacBytes) return std::nullopt;
    const std::string_view content = bytes.substr(0, bytes.size() - kMacBytes);
    const std::string_view mac = bytes.substr(content.size());
    if (!equalInConstantTime(mac, macOf(content, secret))) return std::nullopt;
    v1::CursorContent read;
    if (!read.ParseFromArray(content.data(), static_cast<int>(content.size()))) return std::nullopt;
    Cursor cursor{read.epoch(), read.view(), read.sequence(), read.running()};
    if (read.has_first_run()) cursor.firstRun = read.first_run();
    return cursor;
}

}  // namespace liaison
