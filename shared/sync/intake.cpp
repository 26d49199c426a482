// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/sync/intake.h"

#include <algorithm>

#include "shared/base/bytes.h"
#include "shared/base/plant.h"
#include "shared/sync/judge.h"
#include "shared/sync/judge_again.h"
#include "shared/sync/own_words.h"
#include "shared/sync/proof.h"
#include "shared/sync/verdict_runs.h"

namespace liaison {

namespace {

Result<Intake::KnownWords> wordsIn(const v1::OwnEntries& message, int edits)
{
    auto verdicts = ownVerdictsIn(message, static_cast<std::uint64_t>(edits));
    if (!verdicts) return verdicts.error();
    Intake::KnownWords words;
    for (OwnVerdict& one : *verdicts) {
        words.emplace(one.n, std::pair(one.verdict, std::move(one.proof)));
    }
    return words;
}

v1::HandedIn::Word wordMessage(const Dot& dot, const Verdict& verdict)
{
    v1::HandedIn::Word word;
    dot.to(*word.mutable_dot());
    word.set_sequence(verdict.sequence);
    word.set_received_at(verdict.receivedAt.time_since_epoch().count());
    if (!verdict.isApplied) *word.mutable_refused() = refusalOf(dot.n, verdict);
    return word;
}

}  // namespace

/// The present role, and those of the device under which an edit of this n may have been written.
std::vector<Role> Intake::rolesFor(const HeldRoles& heldRoles, std::uint64_t n) const
{
    std::vector<Role> roles{role_};
    for (const Role held : heldRoles.rolesFor(n, now_)) {
        if (std::find(roles.begin(), roles.end(), held) == roles.end()) roles.push_back(held);
    }
    return roles;
}

/// When this device first greeted under its present role.
Instant Intake::roleSince() const
{
    const auto& held = device_.roles.held();
    return held.empty() ? now_ : held.back().since;
}

void Intake::noteArrived(const Edit& edit, const Verdict& verdict)
{
    if (!verdict.isApplied) return;
    const auto touched = recordsTouchedBy(edit);
    arrived_.insert(arrived_.end(), touched.begin(), touched.end());
}

/// The centre's own word for ever, where it is proven: what was acknowledged once stays so,
/// whatever has changed meanwhile, and a refusal does not turn into an application.
std::optional<Verdict> Intake::provenWord(const Edit& edit, const KnownWords& known) const
{
    const auto said = known.find(edit.dot().n);
    if (said == known.end()) return std::nullopt;
    const auto& [verdict, proof] = said->second;
    const bool isProven =
        equalInConstantTime(ownProof(edit, verdict, centre_.standing().secret), proof);
    return isProven && !mayPass(verdict) ? std::optional(verdict) : std::nullopt;
}

Result<Verdict> Intake::wordOn(const Edit& edit, const KnownWords& known,
                               const HeldRoles& heldRoles)
{
    if (const auto said = provenWord(edit, known)) return *said;
    return judge(centre_, edit, rolesFor(heldRoles, edit.dot().n), now_);
}

/// The word on what its author sends and what is here already. What a witness brought without a
/// proof keeps its word only where all of the edit was judged then, and was found good.
Result<Verdict> Intake::wordOnKnown(const LedgerEntry& here, const Edit& edit,
                                    const KnownWords& known, const HeldRoles& heldRoles)
{
    if (here.witness == DeviceNumber{}) return *here.verdict;
    if (const auto said = provenWord(edit, known)) return *said;
    const bool isSame = here.edit.hash() == edit.hash();
    const bool wasJudged = here.verdict->isApplied && !here.isPartial;
    if (isSame && (wasJudged || !here.proof.empty())) return *here.verdict;
    return judge(centre_, edit, rolesFor(heldRoles, edit.dot().n), now_);
}

Result<Done> Intake::push(const v1::Push& message, v1::Verdicts& answer)
{
    if (message.first_n() != device_.lastN + 1 || message.chain() != device_.chain) return done();
    const auto known = wordsIn(message.known(), message.edits_size());
    if (!known) return known.error();
    const auto isAnyHere = centre_.ledger().hasEdits(
        device_.number, message.first_n(), static_cast<std::uint64_t>(message.edits_size()));
    if (!isAnyHere) return isAnyHere.error();
    for (const std::string& bytes : message.edits()) {
        const auto edit = Edit::read(device_.number, bytes);
        if (!edit) {
            fault_ = edit.error();
            return done();
        }
        if (edit->dot().n != device_.lastN + 1) {
            fault_ = Error{ErrorCode::outOfPlace, "an edit whose n does not follow"};
            return done();
        }
        const auto verdict = takePushed(*edit, *known, *isAnyHere);
        if (!verdict) return verdict.error();
        addVerdict(answer, edit->dot().n, *verdict,
                   ownProof(*edit, *verdict, centre_.standing().secret));
    }
    return done();
}

/// `mayBeHere`: it may have come before, on another way.
Result<Verdict> Intake::takePushed(const Edit& edit, const KnownWords& known, bool mayBeHere)
{
    if (mayBeHere) {
        auto here = centre_.ledger().entry(edit.dot());
        if (!here) return here.error();
        if (*here) {
            auto verdict = wordOnKnown(**here, edit, known, device_.roles);
            if (!verdict) return verdict;
            noteArrived(edit, *verdict);
            (*here)->verdict = *verdict;
            return centre_.confirm(device_, **std::move(here), edit);
        }
    }
    auto verdict = wordOn(edit, known, device_.roles);
    if (!verdict) return verdict;
    if (planted("refused-edit-blocks") && !verdict->isApplied) {
        return Error{verdict->code, "a refused edit"};
    }
    noteArrived(edit, *verdict);
    return centre_.append(device_, edit, *verdict);
}

Result<Verdict> Intake::takeHandedIn(const Edit& edit, const KnownWords& known,
                                     const HeldRoles& heldRoles)
{
    auto here = centre_.ledger().entry(edit.dot());
    if (!here) return here.error();
    if (*here && (*here)->witness == DeviceNumber{}) return *(*here)->verdict;
    auto verdict =
        *here ? wordOnKnown(**here, edit, known, heldRoles) : wordOn(edit, known, heldRoles);
    if (!verdict) return verdict;
    if (!*here) {
        noteArrived(edit, *verdict);
        return centre_.appendApart({edit, *verdict, false, now_});
    }
    noteArrived(edit, *verdict);
    (*here)->verdict = *verdict;
    return centre_.confirmApart(**std::move(here), edit);
}

Result<v1::HandedIn> Intake::handIn(const v1::HandIn& message)
{
    const DeviceNumber author{message.device()};
    const auto owner = centre_.ledger().ownerOf(author);
    if (!owner) return owner.error();
    if (*owner != device_.member) {
        return Error{ErrorCode::notAllowed, "edits of somebody else are handed in"};
    }
    if (author == device_.number) {
        return Error{ErrorCode::notAllowed, "edits under the present number are handed in"};
    }
    const auto former = centre_.device(author);
    if (!former) return former.error();
    HeldRoles heldRoles = *former ? (*former)->roles : HeldRoles();
    // A number that greets no more would keep its last role for ever.
    const std::uint64_t formerN = *former ? (*former)->lastN : 0;
    heldRoles.greet(role_, formerN + HeldRoles::kUnsentMax, formerN, roleSince());
    const auto known = wordsIn(message.known(), message.edits_size());
    if (!known) return known.error();
    v1::HandedIn answer;
    for (const std::string& bytes : message.edits()) {
        const auto edit = Edit::read(author, bytes);
        if (!edit) return edit.error();
        const auto verdict = takeHandedIn(*edit, *known, heldRoles);
        if (!verdict) return verdict.error();
        *answer.add_words() = wordMessage(edit->dot(), *verdict);
    }
    return answer;
}

Result<CentreDevice> Intake::renumber(const v1::Renumber& message)
{
    if (message.pin().size() != 32) return Error{ErrorCode::malformed, "a pin of another length"};
    const DeviceNumber number = DeviceNumber::ofKey(message.pin());
    const auto known = centre_.device(number);
    if (!known) return known.error();
    if (*known) {
        const bool isRepeated =
            (*known)->pin == message.pin() && (*known)->member == device_.member;
        if (isRepeated) return **known;
        return Error{ErrorCode::notAllowed, "a number that another device has"};
    }
    const auto owner = centre_.ledger().ownerOf(number);
    if (!owner) return owner.error();
    if (*owner || number == centre_.standing().number) {
        return Error{ErrorCode::notAllowed, "a number that is taken"};
    }
    CentreDevice renumbered = device_;
    renumbered.number = number;
    renumbered.pin = message.pin();
    renumbered.lastN = 0;
    renumbered.chain.clear();
    renumbered.joinedAt = now_;
    renumbered.roles = HeldRoles();
    renumbered.roles.greet(role_, 0, 0, roleSince());
    if (auto kept = centre_.keepDevice(renumbered); !kept) return kept.error();
    return renumbered;
}

}  // namespace liaison
