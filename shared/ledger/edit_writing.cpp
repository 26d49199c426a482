// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/ledger/edit_writing.h"

#include <algorithm>
#include <map>

#include "shared/base/bytes.h"
#include "shared/record/keys.h"
#include "shared/record/patch.h"
#include "shared/record/validate.h"

namespace liaison {

namespace {

/// Subject and parent may be repeated by a later edit but never changed.
Result<Done> checkFixed(const RecordState& state, const KindSchema& kind, const v1::Change& change,
                        const FieldBytes& fields)
{
    const RecordReading reading(state);
    const auto& cleared = change.cleared();
    for (const FieldSchema* field : {kind.subject(), kind.parent()}) {
        if (field == nullptr) continue;
        const auto now = fields.find(field->number);
        const bool isCleared =
            std::find(cleared.begin(), cleared.end(), field->number) != cleared.end();
        if (now == fields.end() && !isCleared) continue;
        const FieldReading* before = reading.field(field->number);
        if (before == nullptr || isCleared || before->shown().bytes != now->second) {
            return Error{ErrorCode::fixedField,
                         kind.name + "." + field->name + ": cannot change after the first edit"};
        }
    }
    return done();
}

Result<Done> checkRights(const v1::Change& change, const KindSchema& kind, const FieldBytes& fields,
                         Role role)
{
    if (role == v1::ROLE_UNSPECIFIED) return done();
    std::vector<std::uint32_t> written(change.cleared().begin(), change.cleared().end());
    for (const auto& [number, bytes] : fields) {
        written.push_back(number);
    }
    for (const std::uint32_t number : written) {
        const FieldSchema* field = kind.field(number);
        if (field != nullptr && field->writableBy(role)) continue;
        const std::string name = field == nullptr ? std::to_string(number) : field->name;
        return Error{ErrorCode::notAllowed, kind.name + "." + name + ": not for this role"};
    }
    return done();
}

Result<Done> checkChange(Ledger& ledger, const v1::Change& change, Role role)
{
    const KindSchema* kind = ledger.schema().kind(change.kind());
    if (kind == nullptr) {
        return Error{ErrorCode::unknownKind, "kind " + std::to_string(change.kind())};
    }
    const auto id = RecordId::fromBytes(change.record());
    if (!id) return Error{ErrorCode::malformed, kind->name + ": " + id.error().detail};
    const auto valid =
        validatePatch(*kind, change.patch(), {change.cleared().begin(), change.cleared().end()});
    if (!valid) return valid;
    const auto fields = cutPatch(change.patch());
    if (!fields) return fields.error();
    if (auto rights = checkRights(change, *kind, *fields, role); !rights) return rights;
    const auto state = ledger.record(*id);
    if (!state) return state.error();
    if (!*state) return validateFirstPatch(*kind, change.patch());
    if ((*state)->kind != change.kind()) {
        return Error{ErrorCode::fixedField, kind->name + ": the record is of another kind"};
    }
    return checkFixed(**state, *kind, change, *fields);
}

/// The person a change touches, by whom it is salted: its subject, or the record itself.
Result<std::string> personOf(Ledger& ledger, const v1::Change& change)
{
    const KindSchema* kind = ledger.schema().kind(change.kind());
    const FieldSchema* subject = kind == nullptr ? nullptr : kind->subject();
    if (subject == nullptr) return change.record();
    const auto fields = cutPatch(change.patch());
    if (!fields) return fields.error();
    if (const auto written = fields->find(subject->number); written != fields->end()) {
        const auto id = idIn(written->second);
        if (id) return id->bytes();
    }
    const auto id = RecordId::fromBytes(change.record());
    const auto state = ledger.record(*id);
    if (!state) return state.error();
    if (!*state) return change.record();
    const auto keys = keysOf(*kind, RecordReading(**state));
    return keys.subject ? keys.subject->bytes() : change.record();
}

std::uint64_t newSalt()
{
    std::uint64_t salt = 0;
    for (const char byte : randomBytes(8)) {
        salt = salt << 8 | static_cast<std::uint8_t>(byte);
    }
    return salt;
}

}  // namespace

Result<Done> checkWriting(Ledger& ledger, const std::vector<v1::Change>& changes, Role role)
{
    if (changes.empty()) return Error{ErrorCode::empty, "nothing to save"};
    for (const v1::Change& change : changes) {
        if (auto checked = checkChange(ledger, change, role); !checked) return checked;
    }
    return done();
}

Result<Edit> writeEdit(Ledger& ledger, DeviceNumber author, std::uint64_t n, Stamp stamp,
                       std::vector<v1::Change> changes)
{
    v1::Edit message;
    message.set_n(n);
    message.set_stamp(stamp.value);
    std::map<std::string, std::uint32_t> salts;
    for (v1::Change& change : changes) {
        const auto person = personOf(ledger, change);
        if (!person) return person.error();
        const auto [salt, isNew] =
            salts.emplace(*person, static_cast<std::uint32_t>(message.salts_size()));
        if (isNew) message.add_salts(newSalt());
        change.set_salt(salt->second);
        *message.add_changes() = std::move(change);
    }
    return Edit::read(author, message.SerializeAsString());
}

}  // namespace liaison
