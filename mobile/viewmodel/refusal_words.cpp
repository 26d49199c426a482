// SPDX-License-Identifier: GPL-3.0-or-later
#include "mobile/viewmodel/refusal_words.h"

#include <QCoreApplication>

#include "mobile/viewmodel/exchange_words.h"
#include "mobile/viewmodel/value_words.h"
#include "shared/ledger/take_over.h"
#include "shared/record/void_field.h"

namespace liaison {

namespace {

constexpr qsizetype kExcerptCharacters = 120;

struct Refusal {
    Q_DECLARE_TR_FUNCTIONS(Refusal)
};

const v1::Change* changeOf(const LedgerEntry& entry)
{
    const auto& message = entry.edit.message();
    const auto index = static_cast<int>(entry.verdict ? entry.verdict->change : 0);
    if (message.changes_size() == 0) return nullptr;
    return &message.changes(index < message.changes_size() ? index : 0);
}

QString why(ErrorCode code)
{
    switch (code) {
        case ErrorCode::notAllowed:
            return Refusal::tr("votre rôle ne permet pas de l’écrire.");
        case ErrorCode::outOfRange:
            return Refusal::tr("cette valeur n’est pas possible.");
        case ErrorCode::tooLarge:
            return Refusal::tr("ce texte est trop long.");
        case ErrorCode::missingField:
            return Refusal::tr("il manque une information.");
        case ErrorCode::fixedField:
            return Refusal::tr("ce qui désigne la personne ou la visite ne change plus.");
        case ErrorCode::depends:
            return Refusal::tr("le centre attend une autre fiche, puis la reprendra de lui-même.");
        case ErrorCode::newer:
            return Refusal::tr("le centre doit être mis à jour, puis la reprendra de lui-même.");
        case ErrorCode::tooManyVersions:
            return Refusal::tr("ce champ a trop de versions : choisissez d’abord.");
        default:
            return Refusal::tr("le centre ne peut pas la reprendre telle quelle.");
    }
}

QString kindWords(const KindSchema& kind, Workplace& workplace)
{
    const auto& label = kind.annotation.label();
    return QString::fromStdString(workplace.words().isEnglish() ? label.en() : label.fr());
}

/// The written fields of the change in words, shortened.
QString excerpt(const v1::Change& change, const KindSchema& kind, std::uint32_t only,
                Workplace& workplace)
{
    const auto fields = cutPatch(change.patch());
    if (!fields) return {};
    ValueWords words(workplace);
    QStringList parts;
    for (const auto& [number, bytes] : *fields) {
        const FieldSchema* field = kind.field(number);
        const bool isShown = field != nullptr && words.isEditable(*field);
        if (!isShown || (only != 0 && number != only)) continue;
        parts << words.reading(*field, bytes);
    }
    const QString text = parts.join(QStringLiteral(", ")).simplified();
    return text.size() > kExcerptCharacters ? text.left(kExcerptCharacters) + QStringLiteral("…")
                                            : text;
}

/// What is the same whoever reads it.
RefusalWords whatWasRefused(const LedgerEntry& entry, Workplace& workplace)
{
    RefusalWords words;
    words.icon = QStringLiteral("block");
    words.tone = QStringLiteral("garance");
    const v1::Change* change = changeOf(entry);
    const KindSchema* kind = change == nullptr ? nullptr : workplace.schema().kind(change->kind());
    if (entry.verdict) words.at = entry.verdict->receivedAt;
    if (kind == nullptr) return words;
    const QString person = subjectName(*change, workplace);
    words.title = person.isEmpty() ? kindWords(*kind, workplace) : person;
    return words;
}

RefusalWords takenOverWords(RefusalWords words, const LedgerEntry& taken, Workplace& workplace)
{
    words.at = taken.edit.stamp().instant();
    words.icon = QStringLiteral("check_circle");
    words.tone = QStringLiteral("feuille");
    words.what = Refusal::tr("Modification reprise");
    words.sentence = Refusal::tr("%1 a repris ce que vous aviez écrit. Rien n’est perdu.")
                         .arg(workplace.authorName(taken.edit.dot()));
    words.action = Refusal::tr("J’ai compris");
    return words;
}

/// "GIR : ", or the kind of the record where no field is named.
QString aboutField(const KindSchema& kind, const LedgerEntry& entry, Workplace& workplace)
{
    const FieldSchema* field = kind.field(entry.verdict->field);
    return QStringLiteral("%1\u00a0: ")
        .arg(field == nullptr ? kindWords(kind, workplace) : ValueWords(workplace).label(*field));
}

/// "Ne sera pas repris : GIR, Visite."; nothing when all is.
QString leftOutWords(const std::vector<LeftOut>& leftOut, Workplace& workplace)
{
    QStringList parts;
    for (const LeftOut& what : leftOut) {
        const KindSchema* kind = workplace.schema().kind(what.kind);
        const FieldSchema* field = kind == nullptr ? nullptr : kind->field(what.field);
        const QString part = field != nullptr  ? ValueWords(workplace).label(*field)
                             : kind != nullptr ? kindWords(*kind, workplace)
                                               : Refusal::tr("ce que cette version ne connaît pas");
        if (!parts.contains(part)) parts << part;
    }
    if (parts.isEmpty()) return {};
    return Refusal::tr("Ne peut pas être repris : %1.").arg(parts.join(QStringLiteral(", ")));
}

}  // namespace

RefusalWords refusalWords(const LedgerEntry& entry, Workplace& workplace)
{
    RefusalWords words = whatWasRefused(entry, workplace);
    const v1::Change* change = changeOf(entry);
    const KindSchema* kind = change == nullptr ? nullptr : workplace.schema().kind(change->kind());
    if (kind == nullptr || !entry.verdict) return words;
    const auto taken = takenOverBy(workplace.ledger(), entry.edit);
    if (taken && *taken) return takenOverWords(std::move(words), **taken, workplace);
    words.what = Refusal::tr("Modification non retenue");
    words.sentence = aboutField(*kind, entry, workplace) + why(entry.verdict->code);
    const QString text = excerpt(*change, *kind, entry.verdict->field, workplace);
    if (!text.isEmpty()) {
        words.sentence +=
            QLatin1Char(' ') + Refusal::tr("Vous aviez écrit : «\u00a0%1\u00a0».").arg(text);
    }
    words.action = refusedForm(entry, workplace) ? Refusal::tr("Voir et décider")
                                                 : Refusal::tr("J’ai compris");
    return words;
}

RefusalWords refusalOfOtherWords(const LedgerEntry& entry, Workplace& workplace)
{
    RefusalWords words = whatWasRefused(entry, workplace);
    const v1::Change* change = changeOf(entry);
    const KindSchema* kind = change == nullptr ? nullptr : workplace.schema().kind(change->kind());
    const QString author = workplace.authorName(entry.edit.dot());
    words.what = Refusal::tr("Refusé à %1").arg(author);
    words.action = Refusal::tr("J’ai compris");
    if (kind == nullptr || !entry.verdict) return words;
    const bool isByRight = entry.verdict->code == ErrorCode::notAllowed;
    words.sentence =
        aboutField(*kind, entry, workplace) +
        (isByRight ? Refusal::tr("son rôle ne permet pas de l’écrire.") : why(entry.verdict->code));
    const QString text = excerpt(*change, *kind, 0, workplace);
    if (!text.isEmpty()) {
        words.sentence += QLatin1Char(' ') + Refusal::tr("Écrit : «\u00a0%1\u00a0».").arg(text);
    }
    const auto made = takeOver(workplace.device(), entry.edit.dot());
    if (!made) return words;
    const QString left = leftOutWords(made->leftOut, workplace);
    if (!left.isEmpty()) words.sentence += QLatin1Char(' ') + left;
    if (made->draft.isEmpty()) return words;
    words.action = Refusal::tr("Reprendre");
    words.otherAction = Refusal::tr("Laisser");
    return words;
}

std::optional<RefusedForm> refusedForm(const LedgerEntry& entry, Workplace& workplace)
{
    const v1::Change* change = changeOf(entry);
    const KindSchema* kind = change == nullptr ? nullptr : workplace.schema().kind(change->kind());
    const auto record = change == nullptr ? Result<RecordId>(Error{ErrorCode::notFound, {}})
                                          : RecordId::fromBytes(change->record());
    const auto fields =
        change == nullptr ? Result<FieldBytes>(FieldBytes{}) : cutPatch(change->patch());
    if (kind == nullptr || !record || !fields || !entry.verdict || isJudgedAgain(*entry.verdict)) {
        return std::nullopt;
    }
    RefusedForm form{*record, kind->number, {}};
    bool isSeen = false;
    for (const auto& [number, bytes] : *fields) {
        const FieldSchema* field = kind->field(number);
        if (field == nullptr || !field->writableBy(workplace.role())) continue;
        form.fields[number] = bytes;
        isSeen = isSeen || (number != kVoidField && ValueWords(workplace).isEditable(*field));
    }
    if (!isSeen) return std::nullopt;
    return form;
}

}  // namespace liaison
