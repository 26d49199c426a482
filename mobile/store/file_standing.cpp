// SPDX-License-Identifier: GPL-3.0-or-later
#include "mobile/store/file_standing.h"

#include <nlohmann/json.hpp>

#include "shared/base/bytes.h"

namespace liaison {

namespace {

using nlohmann::json;
using Place = FileStanding::Place;

int percentOf(std::uint64_t part, std::uint64_t whole)
{
    return whole == 0 ? 0 : static_cast<int>(part * 100 / whole);
}

FileStanding placeOf(const StoredFile& stored)
{
    const std::uint64_t size = stored.reference.size;
    if (!stored.isComplete) {
        if (stored.held == 0) return {Place::absent, 0, std::nullopt};
        return {Place::fetching, percentOf(stored.held, size), std::nullopt};
    }
    if (stored.isFetched) return {Place::complete, 100, stored.confirmedAt};
    if (stored.confirmedAt) return {Place::received, 100, stored.confirmedAt};
    if (stored.given == 0) return {Place::here, 0, std::nullopt};
    return {Place::sending, percentOf(stored.given, size), std::nullopt};
}

FileStanding standingOf(const StoredFile& stored)
{
    FileStanding standing = placeOf(stored);
    standing.declined = stored.declined;
    return standing;
}

const char* wordOf(Place place)
{
    switch (place) {
        case Place::here:
            return "on_this_device";
        case Place::sending:
            return "sending";
        case Place::received:
            return "received_by_centre";
        case Place::fetching:
            return "fetching";
        case Place::complete:
            return "complete";
        case Place::absent:
            break;
    }
    return "to_fetch";
}

}  // namespace

Result<FileStanding> fileStanding(DeviceLedger& ledger, const FileReference& file)
{
    const auto files = ledger.files().ifThere();
    if (!files) return files.error();
    if (*files == nullptr) return FileStanding{};
    const auto stored = (*files)->find(file.sha256);
    if (!stored) return stored.error();
    return *stored ? standingOf(**stored) : FileStanding{};
}

Result<json> filesJson(DeviceLedger& ledger)
{
    const auto names = ledger.ledger().fileNames().all();
    if (!names) return names.error();
    json files = json::array();
    for (const NamedFile& name : *names) {
        const auto standing = fileStanding(ledger, name.file);
        if (!standing) return standing.error();
        const KindSchema* kind = ledger.ledger().schema().kind(name.kind);
        const FieldSchema* field = kind == nullptr ? nullptr : kind->field(name.field);
        const auto& at = standing->confirmedAt;
        const auto& declined = standing->declined;
        files.push_back({{"sha256", toHex(name.file.sha256)},
                         {"size", name.file.size},
                         {"media_type", name.file.mediaType},
                         {"record", name.record.text()},
                         {"field", field == nullptr ? std::to_string(name.field) : field->name},
                         {"state", wordOf(standing->place)},
                         {"percent", standing->percent},
                         {"confirmed_at", at ? json(isoText(*at)) : json(nullptr)},
                         {"declined", declined ? json(liaison::name(*declined)) : json(nullptr)}});
    }
    return json{{"files", std::move(files)}};
}

}  // namespace liaison
