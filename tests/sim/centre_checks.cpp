// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sim/centre_checks.h"

#include <openssl/sha.h>

#include <algorithm>
#include <set>

#include "liaison/v1/care.pb.h"
#include "tests/sim/law.h"
#include "tests/sim/rights.h"

namespace liaison::sim {

namespace {

std::string sha256Apart(const std::string& bytes)
{
    std::string hash(SHA256_DIGEST_LENGTH, '\0');
    SHA256(reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(),
           reinterpret_cast<unsigned char*>(hash.data()));
    return hash;
}

std::vector<v1::Change> changesIn(const Edit& edit)
{
    return {edit.message().changes().begin(), edit.message().changes().end()};
}

/// The ids in those fields of a change that name what a record belongs to.
std::vector<RecordId> belongsTo(const ReferenceChange& change)
{
    std::vector<RecordId> ids;
    const auto* file = v1::Person::descriptor()->file();
    for (int i = 0; i < file->message_type_count(); ++i) {
        const auto& message = *file->message_type(i);
        if (message.options().GetExtension(v1::kind).number() != change.kind) continue;
        for (const auto& [number, content] : change.values) {
            const auto* field = message.FindFieldByNumber(static_cast<int>(number));
            if (field == nullptr || content.size() < 16) continue;
            const auto& says = field->options().GetExtension(v1::field);
            if (!says.subject() && !says.parent()) continue;
            const auto id = RecordId::fromBytes(content.substr(content.size() - 16));
            if (id) ids.push_back(*id);
        }
    }
    return ids;
}

/// Whether the edit writes to, or belongs to, a record that neither `known` nor itself makes.
bool lacksRecord(const ChangesByRecord& changes, const std::set<RecordId>& known)
{
    for (const auto& [record, change] : changes) {
        if (!known.contains(record)) return true;
        for (const RecordId& id : belongsTo(change)) {
            if (!known.contains(id) && !changes.contains(id)) return true;
        }
    }
    return false;
}

bool isWithinRights(const ChangesByRecord& changes, v1::Role role)
{
    for (const auto& [record, change] : changes) {
        for (const auto& [field, content] : change.values) {
            if (!mayWrite(role, change.kind, field)) return false;
        }
    }
    return true;
}

}  // namespace

Log logOf(CentreLedger& centre)
{
    auto entries = centre.ledger().entriesAfter(0, 10'000'000, SIZE_MAX);
    return entries ? *std::move(entries) : Log{};
}

void checkAnswered(Run& run, const Log& log, const Book& book, const std::string& name)
{
    std::map<Dot, Verdict> verdicts;
    for (const LedgerEntry& entry : log) {
        verdicts[entry.edit.dot()] = *entry.verdict;
    }
    for (const auto& [dot, promise] : book.promises()) {
        if (!promise.isAnswered || promise.isLost) continue;
        const auto found = verdicts.find(dot);
        if (found == verdicts.end()) {
            run.violate("I2", name + " has lost " + dot.text() + ", which it had answered");
        } else if (!promise.word.mayBecome(found->second.isApplied)) {
            run.violate("I2", name +
                                  (promise.word.isApplied ? " refuses what it had applied, "
                                                          : " applies what it had refused, ") +
                                  dot.text() + " " +
                                  std::string(liaison::name(found->second.code)));
        } else if (promise.word.sequence != 0 && !promise.word.mayPass &&
                   found->second.isApplied == promise.word.isApplied &&
                   found->second.sequence != promise.word.sequence && !book.isDisturbed()) {
            run.violate("I2", name + " has moved " + dot.text());
        }
    }
}

namespace {

std::string eightBytes(std::uint64_t number)
{
    std::string bytes(8, '\0');
    for (std::size_t i = 0; i < 8; ++i) {
        bytes[7 - i] = static_cast<char>(number >> (8 * i));
    }
    return bytes;
}

/// What an entry adds to the sum of its log, as docs/sync.md says it.
std::string leafApart(const LedgerEntry& entry)
{
    const Verdict& verdict = *entry.verdict;
    const bool isRefused = !verdict.isApplied;
    const auto received = verdict.receivedAt.time_since_epoch().count();
    const std::string leaf = sha256Apart(
        eightBytes(entry.edit.dot().device.value) + eightBytes(entry.edit.dot().n) +
        entry.edit.hash() + eightBytes(static_cast<std::uint64_t>(received)) +
        eightBytes(isRefused ? static_cast<std::uint64_t>(verdict.code) : 0) +
        eightBytes(isRefused ? verdict.change : 0) + eightBytes(isRefused ? verdict.field : 0));
    return entry.isPartial ? leaf + "part" : leaf;
}

/// I11: the log of a centre that never went back has every place and adds up, and the edits of each
/// author in their order on one chain. An edit that was judged again has left its place for one at
/// the end.
void checkOrder(Run& run, CentreLedger& centre, const Log& log, const std::string& name)
{
    std::uint64_t sequence = 0;
    std::uint64_t left = 0;
    std::uint64_t late = 0;
    std::string running;
    std::map<DeviceNumber, std::map<std::uint64_t, std::string>> hashes;
    for (const LedgerEntry& entry : log) {
        while (++sequence < entry.verdict->sequence) {
            const auto isKnown = centre.runningAt(sequence);
            if (!isKnown || !*isKnown) run.violate("I11", name + " log has a gap");
            if (isKnown && *isKnown) running = **isKnown;
            ++left;
        }
        running = sha256Apart(running + leafApart(entry)).substr(0, 8);
        if (entry.running != running) {
            run.violate("I11",
                        name + " log adds up to something else at " + std::to_string(sequence));
            running = entry.running;
        }
        const Dot& dot = entry.edit.dot();
        auto& byN = hashes[dot.device];
        if (!byN.empty() && dot.n < byN.rbegin()->first) ++late;
        byN[dot.n] = entry.edit.hash();
    }
    run.count("edits judged again", left);
    if (late > left) run.violate("I3", name + " has edits of one author out of their order");
    for (const auto& [number, byN] : hashes) {
        std::string chain;
        for (const auto& [n, hash] : byN) {
            chain = sha256Apart(chain + hash).substr(0, 8);
        }
        if (byN.rbegin()->first != byN.size()) {
            run.violate("I3", name + " skips an edit of " + number.text());
        }
        if (number == centre.standing().number) continue;
        const auto device = centre.device(number);
        if (device && *device && (*device)->chain == chain) continue;
        run.violate("I11", name + " keeps another chain for " + number.text());
    }
}

}  // namespace

void checkLog(Run& run, CentreLedger& centre, const Log& log, Book& book, const std::string& name)
{
    run.count("epochs begun", centre.standing().epoch - 1);
    std::set<Dot> found;
    for (const LedgerEntry& entry : log) {
        const Dot& dot = entry.edit.dot();
        run.count("edits that only a witness brought", entry.witness == DeviceNumber{} ? 0 : 1);
        if (!found.insert(dot).second) run.violate("I3", name + " has twice " + dot.text());
        const Promise* promise = book.find(dot);
        if (dot.device == centre.standing().number) {
            if (promise == nullptr) book.promise(dot, changesIn(entry.edit));
        } else if (promise == nullptr && !book.adopt(dot, changesIn(entry.edit))) {
            run.violate("I3", name + " has what nobody saved, " + dot.text());
        } else if (!entry.isPartial &&
                   !saySame(book.find(dot)->changes, book.edits().of(entry.edit).changes)) {
            run.violate("I3", name + " has changed what was saved as " + dot.text());
        }
    }
    for (const auto& [dot, promise] : book.promises()) {
        if (!promise.isLost && !found.contains(dot)) {
            run.violate("I8", name + " never got " + dot.text());
        }
    }
    if (!book.isDisturbed()) checkOrder(run, centre, log, name);
}

namespace {

/// I10: nothing waits any more for a record that has come.
void checkWaiting(Run& run, const Log& log, Book& book, const std::string& name)
{
    std::set<RecordId> known;
    for (const LedgerEntry& entry : log) {
        if (!entry.verdict->isApplied) continue;
        for (const auto& [record, change] : book.edits().of(entry.edit).changes) {
            known.insert(record);
        }
    }
    for (const LedgerEntry& entry : log) {
        if (entry.verdict->isApplied || entry.isPartial) continue;
        if (entry.verdict->code != ErrorCode::depends) continue;
        run.count("edits that still wait for a record");
        if (lacksRecord(book.edits().of(entry.edit).changes, known)) continue;
        run.violate("I10",
                    name + " still lets wait what lacks nothing, " + entry.edit.dot().text());
    }
}

}  // namespace

void checkWitnessed(Run& run, const Log& log, const std::set<Dot>& own, const Book& book,
                    const std::string& name)
{
    for (const LedgerEntry& entry : log) {
        const Dot& dot = entry.edit.dot();
        const Promise* promise = book.find(dot);
        if (entry.witness == DeviceNumber{} || !own.contains(dot)) continue;
        if (promise == nullptr || promise->isLost) continue;
        run.violate("I2", name + " has the word of a witness on " + dot.text() +
                              ", although its author is there");
    }
}

void checkVerdicts(Run& run, const Log& log, const RolesByDevice& roles, Book& book,
                   const std::string& name)
{
    checkWaiting(run, log, book, name);
    std::set<RecordId> known;
    for (const LedgerEntry& entry : log) {
        const Dot& dot = entry.edit.dot();
        const ChangesByRecord& changes = book.edits().of(entry.edit).changes;
        const auto role = roles.find(dot.device);
        const std::set<v1::Role> had =
            role == roles.end() ? std::set{v1::ROLE_SUPERVISOR} : role->second;
        const auto within = std::count_if(
            had.begin(), had.end(), [&](v1::Role one) { return isWithinRights(changes, one); });
        const bool isAllowed = within > 0;
        const bool isForbidden = within < static_cast<std::ptrdiff_t>(had.size());
        if (entry.verdict->isApplied) {
            if (!isAllowed) run.violate("I9", name + " applied without right " + dot.text());
            for (const auto& [record, change] : changes) {
                known.insert(record);
            }
            continue;
        }
        const ErrorCode code = entry.verdict->code;
        run.count("refusals in the log");
        const bool isOfRecord = code == ErrorCode::depends || code == ErrorCode::missingField;
        const bool hasReason = book.isDisturbed() ||
                               (code == ErrorCode::notAllowed && isForbidden) ||
                               (isOfRecord && lacksRecord(changes, known));
        if (hasReason) continue;
        run.violate("I8", name + " refused " + dot.text() +
                              " without reason: " + std::string(liaison::name(code)) + " field " +
                              std::to_string(entry.verdict->field));
    }
}

std::vector<const Promise*> appliedIn(const Log& log, Book& book)
{
    std::vector<const Promise*> applied;
    for (const LedgerEntry& entry : log) {
        if (!entry.verdict->isApplied) continue;
        const Dot& dot = entry.edit.dot();
        const Promise* promise = book.find(dot);
        // Of what only a witness with a narrower view brought back, no more than that can stand.
        const bool isWhole = promise != nullptr && !entry.isPartial;
        applied.push_back(isWhole ? promise : &book.edits().of(entry.edit));
    }
    return applied;
}

void checkRecords(Run& run, CentreLedger& centre, const std::vector<const Promise*>& applied,
                  const std::string& name)
{
    const ValuesByRecord expected = valuesByLaw(applied);
    const auto found = valuesIn(centre.ledger());
    if (!found) return run.violate("I4", name + " cannot read its records");
    const std::string differs = difference(expected, *found);
    if (!differs.empty()) run.violate("I4", name + ": " + differs);
    run.count("records with several versions at the end", disputedIn(expected).size());
}

}  // namespace liaison::sim
