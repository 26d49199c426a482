// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sim/file_checks.h"

#include "shared/base/bytes.h"
#include "shared/base/sha256.h"

namespace liaison::sim {

namespace {

/// Whether a store has all bytes of a file, and they are that file.
bool has(FilesBeside& files, const std::string& name)
{
    const auto store = files.ifThere();
    if (!store || *store == nullptr) return false;
    const auto whole = (*store)->whole(name);
    return whole && sha256(*whole) == name;
}

bool isWanted(FilesBeside& files, const std::string& name)
{
    const auto store = files.ifThere();
    if (!store || *store == nullptr) return false;
    const auto known = (*store)->find(name);
    return known && *known && (*known)->isWanted;
}

std::vector<NamedFile> namesIn(Ledger& ledger)
{
    auto names = ledger.fileNames().all();
    return names ? *std::move(names) : std::vector<NamedFile>{};
}

void checkPhoneFiles(Run& run, CentreHost& centre, Phone& phone)
{
    for (const NamedFile& name : namesIn(phone.ledger().ledger())) {
        const std::string& file = name.file.sha256;
        const bool isHere = has(phone.ledger().files(), file);
        const bool isAtCentre = has(centre.ledger().files(), file);
        const KindSchema& kind = *Schema::care().kind(name.kind);
        if (isHere && !isAtCentre) {
            run.violate("I10", phone.name() + " has not handed over " + toHex(file));
        }
        if (!isHere && phone.attached().contains(file)) {
            run.violate("I1", phone.name() + " has lost the file " + toHex(file));
        }
        if (!isHere && isAtCentre && kind.field(name.field)->annotation.prefetch()) {
            run.violate("I4", phone.name() + " lacks the small file " + toHex(file));
        }
        if (!isHere && isAtCentre && isWanted(phone.ledger().files(), file)) {
            run.violate("I10", phone.name() + " lacks the file it was asked for " + toHex(file));
        }
        run.count("files looked at");
    }
    const auto files = phone.ledger().files().ifThere();
    const auto unconfirmed =
        files && *files != nullptr ? (*files)->unconfirmed() : Result(std::vector<StoredFile>{});
    for (const StoredFile& file : *unconfirmed) {
        const auto names = phone.ledger().ledger().fileNames().of(file.reference.sha256);
        if (!names->empty()) run.violate("I10", phone.name() + " still sends a file");
    }
}

}  // namespace

void checkFiles(Run& run, CentreHost& centre, const std::vector<Phone*>& phones)
{
    for (Phone* phone : phones) {
        checkPhoneFiles(run, centre, *phone);
    }
    const auto files = centre.ledger().files().ifThere();
    if (!files || *files == nullptr) return;
    const auto usage = (*files)->usage();
    const auto names = namesIn(centre.ledger().ledger());
    std::set<std::string> distinct;
    for (const NamedFile& name : names) {
        distinct.insert(name.file.sha256);
    }
    // Sweeping takes a month; what a restored log no longer names may stay until then.
    if (!usage || (usage->files > distinct.size() && !centre.book().isDisturbed())) {
        run.violate("I9", centre.name() + " keeps files that no record names");
    }
}

}  // namespace liaison::sim
