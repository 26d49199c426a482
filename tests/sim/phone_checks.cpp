// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sim/phone_checks.h"

#include <algorithm>

#include "tests/sim/law.h"

namespace liaison::sim {

namespace {

void checkOutbox(Run& run, Phone& phone)
{
    DeviceLedger& ledger = phone.ledger();
    const auto waiting = ledger.waiting();
    if (!waiting || *waiting != 0) run.violate("I10", phone.state());
    const auto refused = ledger.refused();
    if (!refused) return run.violate("I8", phone.name() + " cannot list what was refused");
    std::size_t expected = 0;
    for (const Dot& dot : phone.held().own()) {
        const Promise* promise = phone.centre().book().find(dot);
        const bool isListed =
            std::any_of(refused->begin(), refused->end(),
                        [&](const LedgerEntry& entry) { return entry.edit.dot() == promise->dot; });
        const bool isRefused = promise->isAnswered && !promise->word.isApplied;
        expected += isRefused ? 1 : 0;
        if (isListed != isRefused) {
            run.violate("I8", phone.name() + (isListed ? " lists as refused " : " hides refused ") +
                                  promise->dot.text());
        }
        if (!promise->isAnswered) {
            run.violate("I10", phone.name() + " never heard of " + promise->dot.text());
        }
    }
    // A copy lists what was refused to the other one before it took another number.
    if (phone.centre().book().isDisturbed()) return;
    if (refused->size() != expected) run.violate("I8", phone.name() + " lists other refusals");
}

void checkDisputes(Run& run, Phone& phone, const ValuesByRecord& expected)
{
    RecordQuery query;
    query.disputedOnly = true;
    query.withVoided = true;
    query.order = RecordQuery::Order::idAscending;
    const auto rows = phone.ledger().ledger().records(query);
    if (!rows) return run.violate("I4", phone.name() + " cannot list what is disputed");
    std::vector<RecordId> listed;
    for (const RecordRow& row : *rows) {
        listed.push_back(row.id);
    }
    if (listed != disputedIn(expected)) {
        run.violate("I4", phone.name() + " lists other disputes than there are");
    }
}

/// Those that say something of a record.
std::vector<const Promise*> touching(const std::vector<const Promise*>& promises,
                                     const RecordId& record)
{
    std::vector<const Promise*> touching;
    std::copy_if(promises.begin(), promises.end(), std::back_inserter(touching),
                 [&](const Promise* promise) { return promise->changes.contains(record); });
    return touching;
}

/// The centre's digest for a role; none when it cannot be told.
std::string digestOf(CentreHost& centre, Holdings& holdings, v1::Role role)
{
    const auto known = holdings.digests.find(role);
    if (known != holdings.digests.end()) return known->second;
    const auto digest = centre.ledger().ledger().digest(role);
    return holdings.digests.emplace(role, digest ? *digest : std::string()).first->second;
}

}  // namespace

void checkPhone(Run& run, Phone& phone, Holdings& centre, bool hadRoles)
{
    phone.held().look(phone.ledger());
    checkOutbox(run, phone);
    const auto& applied = centre.applied;
    const v1::Role role =
        roleByLaw(valuesByLaw(touching(applied, phone.ledger().standing().member)),
                  phone.ledger().standing().member);
    const ValuesByRecord expected = valuesByLaw(applied, role);
    auto found = valuesIn(phone.ledger().ledger());
    if (found && hadRoles) {
        *found = readableIn(*found, kindsOf(applied), role);
    }
    if (!found) return run.violate("I4", phone.name() + " cannot read its records");
    const std::string differs = difference(expected, *found);
    if (!differs.empty()) run.violate("I4", phone.name() + ": " + differs);
    if (!hadRoles) checkDisputes(run, phone, expected);
    const auto own = phone.ledger().ledger().digest(role);
    if (!own || *own != digestOf(phone.centre(), centre, role)) {
        run.violate("I4", phone.name() + " has another digest than its centre");
    }
    if (!phone.ledger().standing().isFirstRunComplete) {
        run.violate("I10", phone.name() + " says its first run is not complete");
    }
    if (phone.ledger().standing().role != role) {
        run.violate("I10", phone.name() + " has not learned its role");
    }
}

void checkTenant(Run& run, const VirtualDisk& disk, const std::string& name,
                 const std::string& foreignMark)
{
    for (const auto& [file, bytes] : disk.image()) {
        if (bytes.find(foreignMark) == std::string::npos) continue;
        run.violate("I9", name + " has bytes of another centre in " + file);
    }
    run.count("disks searched for foreign bytes");
}

}  // namespace liaison::sim
