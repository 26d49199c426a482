// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sim/author.h"

#include <algorithm>

#include "liaison/v1/care.pb.h"
#include "shared/record/void_field.h"
#include "tests/sim/law.h"
#include "tests/sim/rights.h"
#include "tests/support/field_bytes.h"

namespace liaison::sim {

namespace {

const Schema& schema()
{
    return Schema::care();
}

std::uint32_t kindNumber(std::string_view name)
{
    return schema().kind(name)->number;
}

}  // namespace

Author::Author(Run& run, Phone& phone, std::string mark)
    : run_(run),
      phone_(phone),
      values_(run.dice, std::move(mark), [this](std::uint32_t kind) { return idsOf(kind); })
{
}

void Author::act()
{
    if (!phone_.isOpen() || !phone_.isJoined()) return;
    if (life_ != phone_.life()) returnToForms();
    const std::size_t what = run_.dice.below(100);
    const bool isSupervisor = phone_.ledger().standing().role == v1::ROLE_SUPERVISOR;
    if (isSupervisor && run_.dice.oneIn(5) && takeOverRefusal()) {
        run_.count("refused edits taken over");
    } else if (what < 14) {
        writeNew();
    } else if (what < 20) {
        writeVisit();
    } else if (what < 62) {
        change();
    } else if (what < 70) {
        beginForm();
    } else if (what < 82) {
        goOnWithForm();
    } else if (what < 92) {
        settle();
    } else if (what < 96) {
        voidRecord();
    } else if (what < 98) {
        run_.dice.oneIn(3) ? askForFile() : attachFile();
    } else {
        joinPersons();
    }
    phone_.wake();
}

std::vector<RecordId> Author::idsOf(std::uint32_t kind)
{
    RecordQuery query;
    query.kind = kind;
    query.withVoided = true;
    query.order = RecordQuery::Order::idAscending;
    query.limit = 20;
    std::vector<RecordId> ids;
    const auto rows = phone_.ledger().ledger().records(query);
    if (!rows) return ids;
    for (const RecordRow& row : *rows) {
        ids.push_back(row.id);
    }
    return ids;
}

std::optional<RecordRow> Author::pick(std::uint32_t kind)
{
    RecordQuery query;
    query.kind = kind;
    query.withVoided = true;
    query.order = RecordQuery::Order::idAscending;
    query.limit = run_.dice.oneIn(2) ? 3 : 20;
    auto rows = phone_.ledger().ledger().records(query);
    if (!rows || rows->empty()) return std::nullopt;
    return run_.dice.pick(*rows);
}

const KindSchema& Author::anyKind()
{
    static const std::vector<std::string> kNames = {"Person",       "Person",  "Caregiver",
                                                    "Visit",        "Vitals",  "Intervention",
                                                    "Transmission", "Incident"};
    return *schema().kind(run_.dice.pick(kNames));
}

RecordReading Author::reading(const RecordId& record)
{
    const auto state = phone_.ledger().ledger().record(record);
    return RecordReading(state && *state ? **state : RecordState{record, 0, {}, {}});
}

void Author::touch(Form& form, const RecordId& record, std::uint32_t kind, std::uint32_t field,
                   std::string bytes)
{
    const RecordReading now = reading(record);
    ChangeDraft& change = form.draft.of(record, kind);
    if (change.touched(field) == nullptr) {
        std::set<Dot>& saw = form.saw[{record, field}];
        const FieldReading* shown = now.field(field);
        for (std::size_t i = 0; shown != nullptr && i < shown->values.size(); ++i) {
            saw.insert(shown->values[i].dot);
        }
    }
    change.touch(field, now, std::move(bytes));
}

void Author::fillNew(Form& form, const KindSchema& kind, const RecordId& id,
                     const std::map<std::uint32_t, std::string>& fixed)
{
    for (const FieldSchema& field : kind.fields) {
        const bool isNeeded = field.annotation.required();
        if (field.number == kVoidField || field.name == "merged_into") continue;
        if (!isNeeded && !fixed.contains(field.number) && !run_.dice.oneIn(4)) continue;
        const auto given = fixed.find(field.number);
        std::string bytes =
            given == fixed.end() ? values_.of(kind, field, phone_.now()) : given->second;
        if (!bytes.empty()) touch(form, id, kind.number, field.number, std::move(bytes));
    }
}

void Author::writeNew()
{
    Form form;
    fillNew(form, anyKind(), RecordId::make(phone_.now()), {});
    save(form, {});
}

/// A visit, its acts and its readings are one save.
void Author::writeVisit()
{
    const auto person = pick(kindNumber("Person"));
    if (!person) return;
    Form form;
    const RecordId visit = RecordId::make(phone_.now());
    const auto fill = [&](const char* name, const RecordId& id) {
        const KindSchema& kind = *schema().kind(name);
        std::map<std::uint32_t, std::string> fixed;
        fixed[kind.subject()->number] = textField(kind.subject()->number, person->id.bytes());
        if (kind.parent() != nullptr) {
            fixed[kind.parent()->number] = textField(kind.parent()->number, visit.bytes());
        }
        fillNew(form, kind, id, fixed);
    };
    fill("Visit", visit);
    for (std::size_t acts = run_.dice.between(1, 3); acts > 0; --acts) {
        fill("Intervention", RecordId::make(phone_.now()));
    }
    if (run_.dice.oneIn(2)) fill("Vitals", RecordId::make(phone_.now()));
    if (save(form, {})) run_.count("saves of several records");
}

void Author::touchSome(Form& form, const RecordRow& row)
{
    const KindSchema& kind = *schema().kind(row.kind);
    const v1::Role role = phone_.ledger().standing().role;
    for (std::size_t fields = run_.dice.between(1, 3); fields > 0; --fields) {
        // Mostly the same few fields, so that people meet there.
        const std::size_t among = run_.dice.oneIn(3) ? kind.fields.size() : 9;
        const FieldSchema& field = kind.fields[run_.dice.below(among)];
        const v1::Field& says = field.annotation;
        if (field.number == kVoidField || says.subject() || says.parent()) continue;
        // Roles are given by `giveRole`, which the checks hear of.
        if (field.name == "merged_into" || field.name == "role") continue;
        if (role != v1::ROLE_UNSPECIFIED && !mayWrite(role, kind.number, field.number)) continue;
        std::string bytes = values_.of(kind, field, phone_.now());
        if (!says.required() && run_.dice.oneIn(6)) bytes.clear();
        if (bytes.empty() && says.required()) continue;
        if (bytes.empty() && !reading(row.id).field(field.number)) continue;
        touch(form, row.id, kind.number, field.number, std::move(bytes));
    }
}

void Author::change()
{
    const auto row = pick(anyKind().number);
    if (!row) return writeNew();
    Form form;
    touchSome(form, *row);
    save(form, {});
}

void Author::beginForm()
{
    const auto row = pick(anyKind().number);
    if (!row) return;
    Form form;
    touchSome(form, *row);
    if (form.draft.isEmpty()) return;
    // A copy of a phone holds the drafts of the other one under its places.
    keep("form/" + phone_.name() + "/" + std::to_string(++places_), std::move(form));
}

void Author::goOnWithForm()
{
    if (forms_.empty()) return beginForm();
    auto at = forms_.begin();
    std::advance(at, run_.dice.below(forms_.size()));
    const std::string place = at->first;
    Form form = at->second;
    if (run_.dice.oneIn(2)) {
        const auto row = pick(form.draft.changes.front().kind);
        if (row) touchSome(form, *row);
        return keep(place, std::move(form));
    }
    if (save(form, place)) {
        run_.count("drafts saved after a while");
        forms_.erase(place);
        phone_.held().kept(place, {});
    }
}

void Author::keep(const std::string& place, Form form)
{
    const std::string bytes = form.draft.bytes();
    phone_.held().attempted(place, bytes);
    attempts_.emplace(place, form);
    const auto kept = phone_.ledger().keepDraft({place, bytes, phone_.now()});
    if (!kept) return;
    phone_.held().kept(place, bytes);
    attempts_.erase(place);
    forms_[place] = std::move(form);
}

void Author::returnToForms()
{
    life_ = phone_.life();
    for (auto& [place, form] : std::exchange(attempts_, {})) {
        const auto draft = phone_.ledger().draft(place);
        if (!draft) continue;
        if (!*draft) {
            forms_.erase(place);
        } else if ((*draft)->bytes == form.draft.bytes()) {
            forms_[place] = form;
        }
    }
    std::vector<std::string> gone;
    for (auto& [place, form] : forms_) {
        const auto draft = phone_.ledger().draft(place);
        if (!draft) continue;
        if (!*draft) {
            gone.push_back(place);
            continue;
        }
        auto read = SaveDraft::read((*draft)->bytes);
        if (!read) {
            run_.violate("I8", phone_.name() + " cannot read the draft " + place);
        } else {
            form.draft = *std::move(read);
        }
    }
    for (const std::string& place : gone) {
        forms_.erase(place);
    }
}

void Author::settle()
{
    RecordQuery query;
    query.disputedOnly = true;
    query.withVoided = true;
    query.order = RecordQuery::Order::idAscending;
    query.limit = 20;
    const auto rows = phone_.ledger().ledger().records(query);
    if (!rows || rows->empty()) return change();
    const RecordRow row = run_.dice.pick(*rows);
    const RecordReading now = reading(row.id);
    Form form;
    for (const std::uint32_t field : now.disputed()) {
        const auto versions = now.field(field)->versions();
        touch(form, row.id, row.kind, field, run_.dice.pick(versions).bytes);
    }
    if (save(form, {})) run_.count("disagreements settled");
}

void Author::voidRecord()
{
    const auto row = pick(anyKind().number);
    if (!row) return;
    const RecordReading now = reading(row->id);
    const bool takesBack = isVoided(now);
    v1::Voided voided;
    voided.set_reason(values_.text());
    for (const Dot& dot : now.dots()) {
        auto& seen = *voided.add_seen();
        seen.set_device(dot.device.value);
        seen.set_n(dot.n);
        seen.set_hash(dot.hash);
    }
    Form form;
    touch(form, row->id, row->kind, kVoidField,
          takesBack ? std::string() : textField(kVoidField, voided.SerializeAsString()));
    if (save(form, {})) run_.count(takesBack ? "voids taken back" : "records voided");
}

void Author::joinPersons()
{
    const KindSchema& kind = *schema().kind("Person");
    const auto one = pick(kind.number);
    const auto other = pick(kind.number);
    if (!one || !other || one->id == other->id) return;
    const std::uint32_t field = kind.field("merged_into")->number;
    Form form;
    touch(form, one->id, kind.number, field, textField(field, other->id.bytes()));
    if (save(form, {})) run_.count("persons joined");
}

bool Author::giveRole(const RecordId& member, v1::Role role)
{
    const KindSchema& kind = *schema().kind("Member");
    const std::uint32_t field = kind.field("role")->number;
    if (reading(member).field(field) == nullptr) return false;
    Form form;
    touch(form, member, kind.number, field, numberField(field, static_cast<std::uint64_t>(role)));
    return save(form, {});
}

bool Author::save(const Form& form, const std::string& place)
{
    DeviceLedger& ledger = phone_.ledger();
    std::vector<v1::Change> changes;
    for (const ChangeDraft& draft : form.draft.changes) {
        if (auto change = changeOf(draft, ledger.ownPending(draft.record))) {
            changes.push_back(*std::move(change));
        }
    }
    if (changes.empty() || phone_.disk().isOff()) return false;
    checkSaw(form, changes);
    Book& book = phone_.centre().book();
    book.attempt(phone_.number(), ledger.standing().lastN + 1, changes);
    if (!place.empty()) {
        phone_.held().attempted(place, {});
        attempts_.emplace(place, form);
    }
    const auto saved = ledger.save(changes, phone_.now(), place);
    run_.note(phone_.name(), "saves", saved ? saved->text() : saved.error().detail);
    if (!saved) {
        run_.count("saves that failed: " + std::string(liaison::name(saved.error().code)));
        checkDraftStays(place);
        return false;
    }
    attempts_.erase(place);
    run_.count("saves");
    book.promise(*saved, changes);
    phone_.held().saved(*saved);
    checkReadBack(*saved, changes);
    return true;
}

}  // namespace liaison::sim
