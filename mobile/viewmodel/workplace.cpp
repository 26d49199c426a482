// SPDX-License-Identifier: GPL-3.0-or-later
#include "mobile/viewmodel/workplace.h"

#include "liaison/v1/care.pb.h"
#include "mobile/viewmodel/code_words.h"

namespace liaison {

namespace {

QString joined(std::initializer_list<std::string> parts)
{
    QStringList list;
    for (const std::string& part : parts) {
        if (!part.empty()) list << QString::fromStdString(part);
    }
    return list.join(QLatin1Char(' '));
}

}  // namespace

Workplace::Workplace(Profile& profile, SyncEngine& engine, DateWords& dates, QObject* parent)
    : QObject(parent), profile_(profile), engine_(engine), words_(dates)
{
    ledger().onChanged([this](const std::vector<RecordId>&) { Q_EMIT changed(); });
    connect(&engine_, &SyncEngine::stateChanged, this, &Workplace::contactChanged);
    connect(&engine_, &SyncEngine::progress, this, &Workplace::contactChanged);
    connect(&engine_, &SyncEngine::settled, this, &Workplace::contactChanged);
    connect(&engine_, &SyncEngine::sent, this, &Workplace::contactChanged);
    connect(&engine_, &SyncEngine::failed, this, &Workplace::contactChanged);
}

RecordReading Workplace::reading(const RecordId& id, std::uint32_t kind)
{
    const auto state = ledger().record(id);
    return RecordReading(state && *state ? **state : RecordState{id, kind, {}, {}});
}

QString Workplace::personName(const RecordId& person)
{
    const auto shown = this->shown<v1::Person>(person);
    const QString civility = codeWords("civility", shown.civility(), words_.isEnglish());
    const QString name = joined({shown.given_name(), shown.family_name()});
    // A plain space: in large writing the given name goes to the next line whole.
    return civility.isEmpty() ? name : civility + QLatin1Char(' ') + name;
}

QString Workplace::memberName(const RecordId& member)
{
    const auto shown = this->shown<v1::Member>(member);
    const QString name = joined({shown.given_name(), shown.family_name()});
    return name.isEmpty() ? tr("un membre de l’équipe") : name;
}

QString Workplace::memberFunction(const RecordId& member)
{
    const auto shown = this->shown<v1::Member>(member);
    if (!shown.function().empty()) {
        return codeWords("function", shown.function(), words_.isEnglish());
    }
    switch (shown.role()) {
        case v1::ROLE_NURSE:
            return tr("infirmière");
        case v1::ROLE_SUPERVISOR:
            return tr("responsable");
        case v1::ROLE_AIDE:
            return tr("aide-soignante");
        default:
            return {};
    }
}

QString Workplace::authorName(const Dot& dot)
{
    const auto owner = ledger().ownerOf(dot.device);
    if (!owner || !*owner) return tr("le centre");
    return **owner == member() ? tr("Vous") : memberName(**owner);
}

QString Workplace::at(Instant instant) const
{
    const bool isToday = words_.dayOf(instant) == words_.today();
    return isToday ? tr("à %1").arg(words_.hour(instant)) : words_.moment(instant);
}

Workplace::Whereabouts Workplace::received(const Verdict& verdict) const
{
    return {QStringLiteral("done_all"), tr("Reçu par le centre %1").arg(at(verdict.receivedAt)),
            QStringLiteral("faint")};
}

Workplace::Whereabouts Workplace::refused(const Verdict& verdict) const
{
    return {QStringLiteral("block"), tr("Non retenu par le centre %1").arg(at(verdict.receivedAt)),
            QStringLiteral("garance")};
}

Workplace::Whereabouts Workplace::waiting(std::uint64_t n) const
{
    return n <= engine_.sentN()
               ? Whereabouts{QStringLiteral("arrow_upward"), tr("Envoyé"), QStringLiteral("soft")}
               : Whereabouts{QStringLiteral("smartphone"), tr("Sur ce téléphone"),
                             QStringLiteral("soft")};
}

std::map<RecordId, Verdict> Workplace::refusals()
{
    std::map<RecordId, Verdict> last;
    const auto entries = device().refused();
    for (const LedgerEntry& entry : entries ? *entries : std::vector<LedgerEntry>{}) {
        for (const v1::Change& change : entry.edit.message().changes()) {
            const auto id = RecordId::fromBytes(change.record());
            // The newest come first.
            if (id && entry.verdict) last.emplace(*id, *entry.verdict);
        }
    }
    return last;
}

std::map<RecordId, std::uint64_t> Workplace::lastWaiting()
{
    std::map<RecordId, std::uint64_t> last;
    const auto first = device().firstWaiting();
    if (!first || *first == 0) return last;
    const std::uint64_t most = device().standing().lastN - *first + 1;
    const auto entries = ledger().editsOf(device().standing().number, *first, most);
    for (const LedgerEntry& entry : entries ? *entries : std::vector<LedgerEntry>{}) {
        if (entry.verdict) continue;
        for (const v1::Change& change : entry.edit.message().changes()) {
            const auto id = RecordId::fromBytes(change.record());
            if (id) last[*id] = entry.edit.dot().n;
        }
    }
    return last;
}

Workplace::Whereabouts Workplace::whereabouts(const RecordId& record)
{
    const auto entries = ledger().history(record);
    const LedgerEntry* last = entries && !entries->empty() ? &entries->back() : nullptr;
    if (last != nullptr && !last->verdict) return waiting(last->edit.dot().n);
    // A refused edit is no part of the record's history: its values were taken back.
    const auto all = refusals();
    const auto refusal = all.find(record);
    const bool isRefused = refusal != all.end() &&
                           (last == nullptr || last->verdict->sequence < refusal->second.sequence);
    if (isRefused) return refused(refusal->second);
    return last == nullptr ? Whereabouts{} : received(*last->verdict);
}

std::vector<Workplace::Whereabouts> Workplace::whereabouts(const std::vector<RecordRow>& rows)
{
    const auto waitingEdits = lastWaiting();
    const auto refusedEdits = refusals();
    // What was saved together came under one sequence: it is read once.
    std::map<std::uint64_t, std::optional<Verdict>> verdicts;
    const auto verdictAt = [&](std::uint64_t sequence) -> const std::optional<Verdict>& {
        const auto [known, isNew] = verdicts.try_emplace(sequence);
        if (!isNew || sequence == 0) return known->second;
        const auto found = ledger().entriesAfter(sequence - 1, 1, SIZE_MAX);
        if (found && !found->empty()) known->second = found->front().verdict;
        return known->second;
    };
    std::vector<Whereabouts> places;
    for (const RecordRow& row : rows) {
        const auto unsent = waitingEdits.find(row.id);
        const auto refusal = refusedEdits.find(row.id);
        const std::uint64_t sequence = row.sequence.value_or(0);
        if (row.isUnsent && unsent != waitingEdits.end()) {
            places.push_back(waiting(unsent->second));
        } else if (refusal != refusedEdits.end() && refusal->second.sequence >= sequence) {
            places.push_back(refused(refusal->second));
        } else {
            const auto& verdict = verdictAt(sequence);
            places.push_back(verdict ? received(*verdict) : Whereabouts{});
        }
    }
    return places;
}

Result<Dot> Workplace::save(const std::vector<ChangeDraft>& drafts, const QString& drop)
{
    std::vector<v1::Change> changes;
    for (const ChangeDraft& draft : drafts) {
        if (auto change = changeOf(draft, device().ownPending(draft.record))) {
            changes.push_back(*std::move(change));
        }
    }
    if (changes.empty()) return Error{ErrorCode::empty, "nothing differs"};
    auto saved = device().save(changes, now(), drop.toStdString());
    if (saved) engine_.wake();
    return saved;
}

QString Workplace::sentence(const Error& error)
{
    switch (error.code) {
        case ErrorCode::diskFull:
            return tr(
                "Ce téléphone n’a plus de place. Ce qui était enregistré est intact, votre "
                "texte reste à l’écran. Libérez de la place, puis réessayez.");
        case ErrorCode::outOfRange:
            return tr(
                "Cette valeur n’est pas possible. Rien n’est perdu : corrigez-la, puis "
                "enregistrez.");
        case ErrorCode::tooLarge:
            return tr(
                "Ce texte est trop long. Il est gardé ici : raccourcissez-le, puis "
                "enregistrez.");
        case ErrorCode::notAllowed:
            return tr(
                "Votre rôle ne permet pas d’écrire ce champ. Rien n’a été changé : "
                "demandez à votre responsable.");
        case ErrorCode::missingField:
            return tr(
                "Il manque une information. Votre texte est gardé ici : complétez-la, puis "
                "enregistrez.");
        case ErrorCode::empty:
            return tr("Il n’y a rien de nouveau à enregistrer.");
        case ErrorCode::inviteRefused:
            return tr(
                "Ce code n’est pas, ou n’est plus, valable. Rien n’a été changé sur ce "
                "téléphone. Demandez un nouveau code à votre responsable.");
        case ErrorCode::unreachable:
        case ErrorCode::timedOut:
            return tr(
                "Le centre est injoignable. Ce que vous avez écrit est gardé sur ce "
                "téléphone et partira au retour du réseau.");
        case ErrorCode::untrusted:
            return tr(
                "Ce n’est pas votre centre qui répond. Rien n’a été envoyé. Prévenez votre "
                "responsable.");
        case ErrorCode::revoked:
            return tr(
                "Le centre ne connaît plus ce téléphone. Ce que vous avez écrit reste ici. "
                "Appelez votre responsable.");
        case ErrorCode::wrongKey:
            return tr("Ce code n’est pas le bon. Rien n’est perdu. Essayez encore.");
        case ErrorCode::inUse:
            return tr(
                "Liaison est déjà ouverte pour cette personne. Fermez l’autre fenêtre, "
                "puis réessayez.");
        case ErrorCode::newerSchema:
            return tr(
                "Ces données viennent d’une version plus récente de Liaison. Rien n’a été "
                "changé. Mettez l’application à jour.");
        default:
            return tr(
                "Cela n’a pas pu être fait. Ce qui était enregistré est intact. Réessayez ; "
                "si cela revient, appelez votre responsable.");
    }
}

}  // namespace liaison
