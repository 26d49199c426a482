// SPDX-License-Identifier: GPL-3.0-or-later
#include "mobile/viewmodel/exchange_words.h"

#include <QCoreApplication>

#include "shared/record/keys.h"

namespace liaison {

namespace {

struct Counted {
    Q_DECLARE_TR_FUNCTIONS(Counted)
};

QString labelOf(const KindSchema& kind, bool isPlural, bool isEnglish)
{
    const auto& label = isPlural ? kind.annotation.plural() : kind.annotation.label();
    return QString::fromStdString(isEnglish ? label.en() : label.fr());
}

/// "3 visites": the kind's own labels, but for those that name a page and not one of several.
QString counted(const KindSchema& kind, int count, bool isEnglish)
{
    if (kind.name == "Member") return Counted::tr("%n membre(s) de l’équipe", nullptr, count);
    if (kind.name == "Caregiver") return Counted::tr("%n aidant(s) ou contact(s)", nullptr, count);
    if (kind.name == "Vitals") return Counted::tr("%n relevé(s) de constantes", nullptr, count);
    return QStringLiteral("%1 %2").arg(count).arg(labelOf(kind, count > 1, isEnglish).toLower());
}

/// The keys of the record as it is shown, or as this change alone would make it: a refused first
/// edit leaves no record behind.
RecordKeys keysOfChange(const v1::Change& change, const KindSchema& kind, Workplace& workplace)
{
    const auto id = RecordId::fromBytes(change.record());
    const auto state = id ? workplace.ledger().record(*id) : std::optional<RecordState>{};
    if (state && *state && !(*state)->standing.empty()) {
        const RecordKeys keys = keysOf(kind, RecordReading(**state));
        if (keys.subject || keys.parent) return keys;
    }
    RecordState alone{id ? *id : RecordId{}, change.kind(), {}, {}};
    alone.standing.push_back({Dot{}, Stamp{}, change.patch(), {}});
    return keysOf(kind, RecordReading(alone));
}

}  // namespace

void countKinds(KindCounts& counts, const Edit& edit)
{
    for (const v1::Change& change : edit.message().changes()) {
        ++counts[change.kind()];
    }
}

QString countWords(const KindCounts& counts, Workplace& workplace)
{
    QStringList parts;
    for (const KindSchema& kind : workplace.schema().kinds()) {
        const auto count = counts.find(kind.number);
        if (count == counts.end()) continue;
        parts << counted(kind, count->second, workplace.words().isEnglish());
    }
    return parts.join(QStringLiteral(", "));
}

QString subjectName(const v1::Change& change, Workplace& workplace)
{
    const KindSchema* kind = workplace.schema().kind(change.kind());
    if (kind == nullptr) return {};
    const RecordKeys keys = keysOfChange(change, *kind, workplace);
    if (keys.subject) return workplace.personName(*keys.subject);
    const auto id = RecordId::fromBytes(change.record());
    return id && kind->name == "Person" ? workplace.personName(*id) : QString();
}

QString saveTitle(const Edit& edit, Workplace& workplace)
{
    const v1::Change* named = nullptr;
    bool isNamedByParent = false;
    for (const v1::Change& change : edit.message().changes()) {
        const KindSchema* kind = workplace.schema().kind(change.kind());
        if (kind == nullptr) continue;
        const bool isParent = kind->parent() == nullptr;
        if (named != nullptr && (isNamedByParent || !isParent)) continue;
        named = &change;
        isNamedByParent = isParent;
    }
    if (named == nullptr) return {};
    const QString kind =
        labelOf(*workplace.schema().kind(named->kind()), false, workplace.words().isEnglish());
    const QString person = subjectName(*named, workplace);
    return person.isEmpty() ? kind : kind + QStringLiteral(", ") + person;
}

}  // namespace liaison
