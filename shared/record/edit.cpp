// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/record/edit.h"

#include <algorithm>
#include <set>

#include "shared/base/sha256.h"
#include "shared/record/patch.h"
#include "shared/record/wire.h"

namespace liaison {

namespace {

void addBigEndian(std::string& bytes, std::uint64_t value)
{
    for (int shift = 56; shift >= 0; shift -= 8) {
        bytes.push_back(static_cast<char>(value >> shift));
    }
}

/// Hash of the edit with these bytes; the changes are hashed as written, not as parsed.
Result<std::string> hashOf(std::string_view bytes, const v1::Edit& message)
{
    std::string digests;
    digests.reserve(16 + 32 * static_cast<std::size_t>(message.changes_size()));
    addBigEndian(digests, message.n());
    addBigEndian(digests, message.stamp());
    std::string salted;
    WireReader reader(bytes);
    WireField field;
    int index = 0;
    while (true) {
        const auto more = reader.next(field);
        if (!more) return more.error();
        if (!*more) break;
        if (field.number != v1::Edit::kChangesFieldNumber) continue;
        if (index == message.changes_size()) return Error{ErrorCode::malformed, "odd change"};
        const auto salt = static_cast<int>(message.changes(index).salt());
        salted.clear();
        salted.reserve(8 + field.payload.size());
        addBigEndian(salted, message.salts(salt));
        appendSha256(digests, salted.append(field.payload));
        ++index;
    }
    return sha256(digests);
}

/// The fields of a change that is well formed.
Result<FieldBytes> checkedFields(const v1::Change& change, const v1::Edit& edit)
{
    if (change.record().size() != 16) return Error{ErrorCode::malformed, "record id"};
    if (change.kind() == 0) return Error{ErrorCode::unknownKind, "kind 0"};
    if (change.salt() >= static_cast<std::uint32_t>(edit.salts_size())) {
        return Error{ErrorCode::malformed, "a change without its salt"};
    }
    auto fields = cutPatch(change.patch());
    if (!fields) return fields;
    std::set<std::uint32_t> clearedOnce;
    for (const std::uint32_t cleared : change.cleared()) {
        if (cleared == 0 || fields->contains(cleared) || !clearedOnce.insert(cleared).second) {
            return Error{ErrorCode::malformed, "field " + std::to_string(cleared)};
        }
    }
    if (fields->empty() && change.cleared().empty()) {
        return Error{ErrorCode::empty, "a change that writes no field"};
    }
    return fields;
}

Result<std::vector<FieldBytes>> checkedForm(const v1::Edit& edit)
{
    std::vector<FieldBytes> all;
    if (edit.n() == 0) return Error{ErrorCode::malformed, "n is 0"};
    if (edit.changes().empty()) return Error{ErrorCode::empty, "no change"};
    if (static_cast<std::size_t>(edit.changes_size()) > kEditChangesMax) {
        return Error{ErrorCode::tooLarge, "more changes than an edit may have"};
    }
    all.reserve(static_cast<std::size_t>(edit.changes_size()));
    std::vector<std::string_view> records;
    for (const v1::Change& change : edit.changes()) {
        auto fields = checkedFields(change, edit);
        if (!fields) return fields.error();
        all.push_back(*std::move(fields));
        records.push_back(change.record());
    }
    std::sort(records.begin(), records.end());
    if (std::adjacent_find(records.begin(), records.end()) != records.end()) {
        return Error{ErrorCode::malformed, "a record is changed twice"};
    }
    return all;
}

Dot dotOf(DeviceNumber author, const v1::Edit& message, const std::string& hash)
{
    std::uint32_t start = 0;
    for (std::size_t i = 0; i < 4; ++i) {
        start = start << 8 | static_cast<std::uint8_t>(hash[i]);
    }
    return {author, message.n(), start};
}

}  // namespace

Edit::Edit(std::shared_ptr<const Reading> reading, DeviceNumber author, std::string hash)
    : read_(std::move(reading)), hash_(std::move(hash)), dot_(dotOf(author, read_->message, hash_))
{
}

Result<std::shared_ptr<const Edit::Reading>> Edit::parse(std::string bytes)
{
    if (bytes.size() > kEditBytesMax) return Error{ErrorCode::tooLarge, "edit over 128 KiB"};
    auto reading = std::make_shared<Reading>();
    if (!reading->message.ParseFromString(bytes)) return Error{ErrorCode::malformed, "no edit"};
    auto fields = checkedForm(reading->message);
    if (!fields) return fields.error();
    auto hash = hashOf(bytes, reading->message);
    if (!hash) return hash.error();
    reading->fields = *std::move(fields);
    reading->bytes = std::move(bytes);
    reading->hash = *std::move(hash);
    return std::shared_ptr<const Reading>(std::move(reading));
}

Result<Edit> Edit::read(DeviceNumber author, std::string bytes)
{
    auto reading = parse(std::move(bytes));
    if (!reading) return reading.error();
    std::string hash = (*reading)->hash;
    return Edit(*std::move(reading), author, std::move(hash));
}

Result<Edit> Edit::readPartial(DeviceNumber author, std::string bytes, std::string wholeHash)
{
    if (wholeHash.size() != 32) return Error{ErrorCode::malformed, "a hash has 32 bytes"};
    auto reading = parse(std::move(bytes));
    if (!reading) return reading.error();
    return Edit(*std::move(reading), author, std::move(wholeHash));
}

Edit Edit::write(DeviceNumber author, const v1::Edit& message)
{
    auto edit = read(author, message.SerializeAsString());
    ensure(bool(edit), "an edit of our own that cannot be read");
    return *std::move(edit);
}

const v1::Change* Edit::change(const RecordId& record) const
{
    const std::string id = record.bytes();
    const auto& changes = message().changes();
    const auto found = std::find_if(changes.begin(), changes.end(),
                                    [&](const auto& change) { return change.record() == id; });
    return found == changes.end() ? nullptr : &*found;
}

const FieldBytes& Edit::fieldsOf(const v1::Change& change) const
{
    const auto& changes = message().changes();
    const auto found = std::find_if(changes.begin(), changes.end(),
                                    [&](const v1::Change& one) { return &one == &change; });
    ensure(found != changes.end(), "a change of another edit");
    return read_->fields[static_cast<std::size_t>(found - changes.begin())];
}

std::string chainAfter(const std::string& chain, const std::string& editHash)
{
    return sha256(chain + editHash).substr(0, 8);
}

std::vector<Dot> replacedDots(const v1::Change& change, std::uint32_t field)
{
    const auto& exceptions = change.exceptions();
    const auto found =
        std::find_if(exceptions.begin(), exceptions.end(),
                     [&](const auto& exception) { return exception.field() == field; });
    const auto& dots = found == exceptions.end() ? change.replaces() : found->dots();
    std::vector<Dot> replaced;
    replaced.reserve(static_cast<std::size_t>(dots.size()));
    for (const v1::Dot& dot : dots) {
        replaced.push_back(Dot::from(dot));
    }
    std::sort(replaced.begin(), replaced.end());
    replaced.erase(std::unique(replaced.begin(), replaced.end()), replaced.end());
    return replaced;
}

}  // namespace liaison
