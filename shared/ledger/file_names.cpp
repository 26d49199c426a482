// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/ledger/file_names.h"

#include <algorithm>
#include <set>

#include "shared/record/reading.h"

namespace liaison {

namespace {

constexpr std::string_view kSelect =
    "SELECT f.id, f.sha256, f.size, f.media_type, f.record, r.kind, f.field, r.unsent"
    " FROM named_file f JOIN record r ON r.id = f.record";

using Name = std::pair<std::uint32_t, FileReference>;

/// The names that the values of a record give to files, with the fields they stand in.
std::set<Name> namesIn(const KindSchema& kind, const RecordReading& reading)
{
    std::set<Name> names;
    for (const std::uint32_t number : kind.fileFields) {
        const FieldReading* field = reading.field(number);
        for (std::size_t i = 0; field != nullptr && i < field->values.size(); ++i) {
            const auto file = fileReferenceIn(field->values[i].bytes);
            if (file) names.emplace(number, *file);
        }
    }
    return names;
}

}  // namespace

Result<Done> FileNames::note(const RecordState& state)
{
    const KindSchema* kind = schema_.kind(state.kind);
    if (kind == nullptr || kind->fileFields.empty()) return done();
    const std::set<Name> names = namesIn(*kind, RecordReading(state));
    auto select = database_.prepare(std::string(kSelect) + " WHERE f.record = ?");
    if (!select) return select.error();
    const auto before = read(select->bindBlob(1, state.id.bytes()));
    if (!before) return before.error();
    std::set<Name> noted;
    for (const NamedFile& name : *before) {
        noted.emplace(name.field, name.file);
    }
    if (noted == names) return done();
    if (auto forgotten = forget(state.id); !forgotten) return forgotten;
    auto insert = database_.prepare(
        "INSERT INTO named_file(sha256, size, media_type, record, field, prefetch)"
        " VALUES(?, ?, ?, ?, ?, ?)");
    if (!insert) return insert.error();
    for (const auto& [field, file] : names) {
        const auto inserted =
            insert->bindBlob(1, file.sha256)
                .bind(2, static_cast<std::int64_t>(file.size))
                .bindText(3, file.mediaType)
                .bindBlob(4, state.id.bytes())
                .bind(5, static_cast<std::int64_t>(field))
                .bind(6, static_cast<std::int64_t>(kind->field(field)->annotation.prefetch()))
                .run();
        if (!inserted) return inserted;
    }
    return done();
}

Result<Done> FileNames::forget(const RecordId& record)
{
    auto remove = database_.prepare("DELETE FROM named_file WHERE record = ?");
    if (!remove) return remove.error();
    return remove->bindBlob(1, record.bytes()).run();
}

Result<std::vector<NamedFile>> FileNames::read(Statement& select)
{
    std::vector<NamedFile> names;
    while (true) {
        const auto more = select.step();
        if (!more) return more.error();
        if (!*more) return names;
        const auto record = RecordId::fromBytes(select.blob(4));
        if (!record) return Error{ErrorCode::damaged, "a file is named by no record"};
        NamedFile name;
        name.row = select.integer(0);
        name.file = {std::string(select.blob(1)), static_cast<std::uint64_t>(select.integer(2)),
                     std::string(select.text(3))};
        name.record = *record;
        name.kind = static_cast<std::uint32_t>(select.integer(5));
        name.field = static_cast<std::uint32_t>(select.integer(6));
        name.isAnswered = select.integer(7) == 0;
        names.push_back(std::move(name));
    }
}

Result<std::vector<NamedFile>> FileNames::of(const std::string& sha256)
{
    auto select = database_.prepare(std::string(kSelect) + " WHERE f.sha256 = ?");
    if (!select) return select.error();
    return read(select->bindBlob(1, sha256));
}

Result<bool> FileNames::isNamedFor(Role role, const std::string& sha256, std::uint64_t size)
{
    const auto names = of(sha256);
    if (!names) return names.error();
    return std::any_of(names->begin(), names->end(), [&](const NamedFile& name) {
        const KindSchema* kind = schema_.kind(name.kind);
        const FieldSchema* field = kind == nullptr ? nullptr : kind->field(name.field);
        return field != nullptr && kind->readableBy(role) && field->readableBy(role) &&
               name.file.size == size;
    });
}

Result<std::vector<NamedFile>> FileNames::prefetched(std::int64_t afterRow, std::size_t limit)
{
    auto select = database_.prepare(std::string(kSelect) +
                                    " WHERE f.prefetch = 1 AND f.id > ? ORDER BY f.id LIMIT ?");
    if (!select) return select.error();
    return read(select->bind(1, afterRow).bind(2, static_cast<std::int64_t>(limit)));
}

Result<std::vector<NamedFile>> FileNames::all()
{
    auto select = database_.prepare(std::string(kSelect) + " ORDER BY f.record, f.field, f.id");
    if (!select) return select.error();
    return read(*select);
}

}  // namespace liaison
