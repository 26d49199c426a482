// SPDX-License-Identifier: GPL-3.0-or-later
#include "mobile/device/file_commands.h"

#include <fstream>
#include <nlohmann/json.hpp>

#include "mobile/device/conversation.h"
#include "mobile/picture/thumbnail.h"
#include "mobile/store/attaching.h"
#include "shared/base/bytes.h"
#include "shared/base/durable_file.h"

namespace liaison {

namespace {

using nlohmann::json;

Result<std::string> readPicture(const std::filesystem::path& path)
{
    std::error_code failed;
    const auto size = std::filesystem::file_size(path, failed);
    if (failed) return Error{ErrorCode::notFound, path.string()};
    if (size > kFileBytesMax) return Error{ErrorCode::tooLarge, path.string()};
    std::ifstream stream(path, std::ios::binary);
    std::string bytes(size, '\0');
    stream.read(bytes.data(), static_cast<std::streamsize>(size));
    if (!stream) return Error{ErrorCode::io, path.string()};
    return bytes;
}

Result<FileReference> namedFile(DeviceLedger& ledger, const std::string& digits)
{
    const auto sha256 = fromHex(digits);
    if (!sha256 || sha256->size() != 32) {
        return Error{ErrorCode::usage, "not the SHA-256 of a file: " + digits};
    }
    const auto names = ledger.ledger().fileNames().of(*sha256);
    if (!names) return names.error();
    if (names->empty()) return Error{ErrorCode::notFound, "no record here names " + digits};
    return names->front().file;
}

}  // namespace

Result<json> attachFile(DeviceLedger& ledger, const AttachCommand& command, Instant now)
{
    const auto person = RecordId::fromText(command.person);
    if (!person) return Error{ErrorCode::usage, "not the id of a person: " + command.person};
    const auto bytes = readPicture(command.file);
    if (!bytes) return bytes.error();
    const NewAttachment attachment{*person, std::nullopt, command.caption, *bytes,
                                   thumbnailOf(*bytes)};
    const auto saved = attach(ledger, attachment, now);
    if (!saved) return saved.error();
    return json{{"n", saved->dot.n},
                {"dot", saved->dot.text()},
                {"record", saved->record.text()},
                {"sha256", toHex(saved->content.sha256)},
                {"size", saved->content.size}};
}

Result<json> fetchFile(Profile& profile, const FetchCommand& command, const Clock& clock)
{
    const auto file = namedFile(profile.ledger(), command.sha256);
    if (!file) return file.error();
    const auto files = profile.ledger().files().open();
    if (!files) return files.error();
    auto bytes = (*files)->whole(file->sha256);
    if (!bytes && bytes.error().code == ErrorCode::notFound) {
        if (auto wanted = (*files)->want(*file); !wanted) return wanted.error();
        const auto outcome = syncAndWait(profile, clock, command.wait);
        if (!outcome) return outcome.error();
        bytes = (*files)->whole(file->sha256);
    }
    if (!bytes) return bytes.error();
    const std::filesystem::path to = std::filesystem::absolute(command.to);
    if (auto written = writeDurably(to, *bytes); !written) return written.error();
    return json{{"sha256", command.sha256}, {"size", bytes->size()}, {"to", to.string()}};
}

}  // namespace liaison
