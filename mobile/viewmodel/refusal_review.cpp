// SPDX-License-Identifier: GPL-3.0-or-later
#include "mobile/viewmodel/refusal_review.h"

#include <sstream>
#include <utility>

namespace liaison {

namespace {

using namespace std::chrono_literals;

constexpr auto kUndoWithin = 10s;
/// Where the ledger keeps which refusals were dealt with: the names of edits, a space between.
constexpr std::string_view kHandledRefusals = "handled_refusals";

std::string handledIn(Ledger& ledger)
{
    const auto handled = ledger.meta(kHandledRefusals);
    return handled && *handled ? **handled : std::string();
}

}  // namespace

RefusalReview::RefusalReview(Workplace& workplace, QObject* parent)
    : QObject(parent), workplace_(workplace)
{
    within_.setSingleShot(true);
    within_.setInterval(kUndoWithin);
    connect(&within_, &QTimer::timeout, this, &RefusalReview::carryOut);
    connect(&workplace_, &Workplace::keepAsked, this, &RefusalReview::carryOut);
}

RefusalReview::~RefusalReview()
{
    blockSignals(true);
    carryOut();
}

std::vector<LedgerEntry> RefusalReview::open()
{
    if (workplace_.role() != v1::ROLE_SUPERVISOR) return {};
    auto refused = refusedOfOthers(workplace_.device());
    if (!refused) return {};
    std::erase_if(*refused, [this](const LedgerEntry& entry) {
        const Dot& dot = entry.edit.dot();
        const bool isDecided = decision_ && decision_->dot == dot;
        if (isDecided || !entry.verdict || isJudgedAgain(*entry.verdict)) return true;
        const auto taken = takenOverBy(workplace_.ledger(), entry.edit);
        return (taken && *taken) || isHandled(dot);
    });
    return *std::move(refused);
}

bool RefusalReview::isHandled(const Dot& dot)
{
    std::istringstream handled(handledIn(workplace_.ledger()));
    const std::string wanted = dot.text();
    for (std::string one; handled >> one;) {
        if (one == wanted) return true;
    }
    return false;
}

bool RefusalReview::noteHandled(const Dot& dot)
{
    Ledger& ledger = workplace_.ledger();
    auto transaction = ledger.begin();
    if (!transaction) return false;
    const auto noted = ledger.setMeta(kHandledRefusals, handledIn(ledger) + dot.text() + " ");
    return noted && ledger.commit(*transaction);
}

void RefusalReview::decide(const Decision& decision)
{
    carryOut();
    problem_.clear();
    decision_ = decision;
    within_.start();
    Q_EMIT changed();
}

void RefusalReview::undo()
{
    within_.stop();
    decision_.reset();
    Q_EMIT changed();
}

QString RefusalReview::undoText() const
{
    if (!decision_) return {};
    return decision_->takesOver ? tr("Vous reprenez cette modification")
                                : tr("Modification laissée de côté");
}

Result<Done> RefusalReview::save(const Decision& decision)
{
    if (!decision.takesOver) {
        if (noteHandled(decision.dot)) return done();
        return Error{ErrorCode::io, "the decision cannot be kept"};
    }
    const auto made = liaison::takeOver(workplace_.device(), decision.dot);
    if (!made) return made.error();
    const auto saved = workplace_.save(made->draft.changes);
    return saved ? done() : Result<Done>(saved.error());
}

void RefusalReview::carryOut()
{
    if (!decision_) return;
    within_.stop();
    const Decision decision = *std::exchange(decision_, std::nullopt);
    const auto saved = save(decision);
    // Somebody else was faster: then it is done.
    const bool isDone = saved || saved.error().code == ErrorCode::alreadyThere;
    problem_ = isDone ? QString() : Workplace::sentence(saved.error());
    Q_EMIT changed();
}

}  // namespace liaison
