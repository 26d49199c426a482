// SPDX-License-Identifier: GPL-3.0-or-later
#include "mobile/viewmodel/refusal_words.h"

#include <QCoreApplication>

#include "mobile/viewmodel/exchange_words.h"
#include "mobile/viewmodel/value_words.h"
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

bool isJudgedAgain(const LedgerEntry& entry)
{
    return entry.verdict &&
           (entry.verdict->code == ErrorCode::depends || entry.verdict->code == ErrorCode::newer);
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

}  // namespace

RefusalWords refusalWords(const LedgerEntry& entry, Workplace& workplace)
{
    const v1::Change* change = changeOf(entry);
    const KindSchema* kind = change == nullptr ? nullptr : workplace.schema().kind(change->kind());
    RefusalWords words;
    if (kind == nullptr || !entry.verdict) return words;
    const auto& label = kind->annotation.label();
    const QString kindWords =
        QString::fromStdString(workplace.words().isEnglish() ? label.en() : label.fr());
    const QString person = subjectName(*change, workplace);
    const FieldSchema* field = kind->field(entry.verdict->field);
    words.title = person.isEmpty() ? kindWords : person;
    words.sentence = QStringLiteral("%1\u00a0: %2")
                         .arg(field == nullptr ? kindWords : ValueWords(workplace).label(*field),
                              why(entry.verdict->code));
    const QString text = excerpt(*change, *kind, entry.verdict->field, workplace);
    if (!text.isEmpty()) {
        words.sentence +=
            QLatin1Char(' ') + Refusal::tr("Vous aviez écrit : «\u00a0%1\u00a0».").arg(text);
    }
    words.action = refusedForm(entry, workplace) ? Refusal::tr("Voir et décider")
                                                 : Refusal::tr("J’ai compris");
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
    if (kind == nullptr || !record || !fields || isJudgedAgain(entry)) return std::nullopt;
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
