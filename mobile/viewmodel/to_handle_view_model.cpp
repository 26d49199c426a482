// SPDX-License-Identifier: GPL-3.0-or-later
#include "mobile/viewmodel/to_handle_view_model.h"

#include <QSet>
#include <algorithm>

#include "mobile/viewmodel/exchange_words.h"
#include "mobile/viewmodel/record_form.h"
#include "mobile/viewmodel/refusal_words.h"
#include "mobile/viewmodel/sent_back.h"
#include "mobile/viewmodel/value_words.h"
#include "shared/record/patch.h"

namespace liaison {

namespace {

using namespace std::chrono_literals;

constexpr auto kOld = 24h;

QString text(std::string_view words)
{
    return QString::fromUtf8(words.data(), static_cast<qsizetype>(words.size()));
}

}  // namespace

ToHandleViewModel::ToHandleViewModel(Workplace& workplace, QObject* parent)
    : QObject(parent),
      workplace_(workplace),
      review_(workplace),
      items_({"key", "icon", "tone", "what", "day", "person", "words", "actionText", "leaveText"})
{
    connect(&review_, &RefusalReview::changed, this, &ToHandleViewModel::refresh);
    connect(&workplace_, &Workplace::changed, this, &ToHandleViewModel::refresh);
    refresh();
}

void ToHandleViewModel::refresh()
{
    std::vector<Item> items;
    addSentBack(items);
    addDisagreements(items);
    addRefusals(items);
    addRefusalsOfOthers(items);
    addOldDrafts(items);
    std::stable_sort(items.begin(), items.end(),
                     [](const Item& a, const Item& b) { return a.at > b.at; });
    std::vector<QVariantMap> rows;
    for (Item& item : items) {
        item.row["day"] = workplace_.words().shortMoment(item.at);
        rows.push_back(std::move(item.row));
    }
    items_.show(std::move(rows));
    Q_EMIT changed();
}

void ToHandleViewModel::addSentBack(std::vector<Item>& items)
{
    ValueWords words(workplace_);
    for (const SentBack& one : sentBackToMember(workplace_)) {
        const auto& label = one.kind->annotation.label();
        const QString kind = text(workplace_.words().isEnglish() ? label.en() : label.fr());
        const QString what = one.field == nullptr ? kind : words.label(*one.field);
        items.push_back(
            {one.at,
             {{"key", QStringLiteral("sent_back/") + text(one.review.text())},
              {"icon", QStringLiteral("reply")},
              {"tone", QStringLiteral("ocre")},
              {"what", tr("Renvoyé par %1").arg(one.by)},
              {"person", one.person.isNull() ? kind : workplace_.personName(one.person)},
              {"words", one.comment.isEmpty() ? tr("%1 : à revoir.").arg(what)
                                              : tr("%1 : « %2 »").arg(what, one.comment)},
              {"actionText", tr("Compléter")}}});
    }
}

void ToHandleViewModel::addDisagreements(std::vector<Item>& items)
{
    RecordQuery query;
    query.disputedOnly = true;
    const auto rows = workplace_.ledger().records(query);
    ValueWords words(workplace_);
    for (const RecordRow& row : rows ? *rows : std::vector<RecordRow>{}) {
        const KindSchema* kind = workplace_.schema().kind(row.kind);
        const auto state = RecordState::read(row.id, row.state);
        if (kind == nullptr || !state) continue;
        const RecordReading reading(*state);
        const RecordId person = kind->name == "Person" ? row.id : row.subject.value_or(RecordId{});
        for (const std::uint32_t number : reading.disputed()) {
            const FieldSchema* field = kind->field(number);
            if (field == nullptr || !field->writableBy(workplace_.role())) continue;
            const QString name = words.label(*field);
            items.push_back(
                {reading.field(number)->shown().shownAs.instant(),
                 {{"key", QStringLiteral("versions/%1/%2").arg(text(row.id.text())).arg(number)},
                  {"icon", QStringLiteral("call_split")},
                  {"tone", QStringLiteral("prune")},
                  {"what", tr("Deux versions")},
                  {"person", person.isNull() ? name : workplace_.personName(person)},
                  {"words", tr("%1 : choisissez ce qui est à garder.").arg(name)},
                  {"actionText", tr("Comparer")}}});
        }
    }
}

void ToHandleViewModel::addRefusals(std::vector<Item>& items)
{
    const auto refused = workplace_.device().refused();
    for (const LedgerEntry& entry : refused ? *refused : std::vector<LedgerEntry>{}) {
        if (!entry.verdict || review_.isHandled(entry.edit.dot())) continue;
        const RefusalWords words = refusalWords(entry, workplace_);
        items.push_back({words.at,
                         {{"key", QStringLiteral("refused/") + text(entry.edit.dot().text())},
                          {"icon", words.icon},
                          {"tone", words.tone},
                          {"what", words.what},
                          {"person", words.title},
                          {"words", words.sentence},
                          {"actionText", words.action}}});
    }
}

void ToHandleViewModel::addRefusalsOfOthers(std::vector<Item>& items)
{
    for (const LedgerEntry& entry : review_.open()) {
        const RefusalWords words = refusalOfOtherWords(entry, workplace_);
        const bool isChoice = !words.otherAction.isEmpty();
        const QString way = isChoice ? QStringLiteral("review/") : QStringLiteral("left/");
        items.push_back({words.at,
                         {{"key", way + text(entry.edit.dot().text())},
                          {"icon", words.icon},
                          {"tone", words.tone},
                          {"what", words.what},
                          {"person", words.title},
                          {"words", words.sentence},
                          {"actionText", words.action},
                          {"leaveText", words.otherAction}}});
    }
}

void ToHandleViewModel::addOldDrafts(std::vector<Item>& items)
{
    const auto drafts = workplace_.device().drafts();
    for (const Draft& draft : drafts ? *drafts : std::vector<Draft>{}) {
        const auto read = SaveDraft::read(draft.bytes);
        if (!read || read->isEmpty() || draft.changedAt > workplace_.now() - kOld) continue;
        const ChangeDraft& first = read->changes.front();
        const KindSchema* kind = workplace_.schema().kind(first.kind);
        if (kind == nullptr) continue;
        FieldBytes fields;
        for (const TouchedField& field : first.fields) {
            if (!field.now.empty()) fields[field.number] = field.now;
        }
        v1::Change change;
        change.set_record(first.record.bytes());
        change.set_kind(first.kind);
        change.set_patch(joinPatch(fields));
        const QString person = subjectName(change, workplace_);
        const auto& label = kind->annotation.label();
        const QString what = text(workplace_.words().isEnglish() ? label.en() : label.fr());
        items.push_back({draft.changedAt,
                         {{"key", QStringLiteral("draft/") + text(draft.place)},
                          {"icon", QStringLiteral("edit")},
                          {"tone", QStringLiteral("soft")},
                          {"what", tr("À compléter")},
                          {"person", person.isEmpty() ? what : person},
                          {"words", tr("%1 : commencé %2, pas encore enregistré.")
                                        .arg(what, workplace_.words().moment(draft.changedAt))},
                          {"actionText", tr("Reprendre")}}});
    }
}

void ToHandleViewModel::handle(int index)
{
    const QString key = items_.value(index, "key").toString();
    const QString what = key.section(QLatin1Char('/'), 0, 0);
    const QString rest = key.section(QLatin1Char('/'), 1);
    if (what == QLatin1String("sent_back")) {
        openSentBack(rest);
    } else if (what == QLatin1String("versions")) {
        const auto record = RecordId::fromText(rest.section(QLatin1Char('/'), 0, 0).toStdString());
        if (record) {
            Q_EMIT workplace_.versionsAsked(*record, rest.section(QLatin1Char('/'), 1).toUInt());
        }
    } else if (what == QLatin1String("refused")) {
        takeUpRefusal(rest);
    } else if (what == QLatin1String("review") || what == QLatin1String("left")) {
        decide(rest, what == QLatin1String("review"));
    } else if (what == QLatin1String("draft")) {
        takeUpDraft(rest);
    }
}

void ToHandleViewModel::leave(int index)
{
    const QString key = items_.value(index, "key").toString();
    if (key.startsWith(QLatin1String("review/"))) decide(key.section(QLatin1Char('/'), 1), false);
}

void ToHandleViewModel::decide(const QString& dot, bool takesOver)
{
    for (const LedgerEntry& entry : review_.open()) {
        if (text(entry.edit.dot().text()) != dot) continue;
        if (takesOver) {
            review_.takeOver(entry.edit.dot());
        } else {
            review_.leave(entry.edit.dot());
        }
        return;
    }
}

/// The record in a form: the field that was asked about alone, when it can be written there.
void ToHandleViewModel::openSentBack(const QString& review)
{
    for (const SentBack& one : sentBackToMember(workplace_)) {
        if (text(one.review.text()) != review) continue;
        const bool isWritten = one.field != nullptr && one.field->writableBy(workplace_.role()) &&
                               ValueWords(workplace_).isEditable(*one.field);
        Q_EMIT formAsked(one.record, one.kind->number,
                         isWritten ? text(one.field->name) : QString());
        return;
    }
}

/// The text of a refused edit goes back into a form, as a draft that outlives this program; only
/// then does the refusal count as dealt with.
void ToHandleViewModel::takeUpRefusal(const QString& dot)
{
    const auto refused = workplace_.device().refused();
    for (const LedgerEntry& entry : refused ? *refused : std::vector<LedgerEntry>{}) {
        if (text(entry.edit.dot().text()) != dot || !entry.verdict) continue;
        const auto form = refusedForm(entry, workplace_);
        if (form) {
            KeptDraft draft(workplace_, RecordForm::placeOf(form->record, {}));
            for (const auto& [number, bytes] : form->fields) {
                draft.write(form->record, form->kind, number, bytes);
            }
            draft.flush();
        }
        if (!review_.noteHandled(entry.edit.dot())) return;
        if (form) Q_EMIT formAsked(form->record, form->kind, QString());
        refresh();
        return;
    }
}

void ToHandleViewModel::takeUpDraft(const QString& place)
{
    const QString what = place.section(QLatin1Char('/'), 0, 0);
    const auto record = RecordId::fromText(place.section(QLatin1Char('/'), 1, 1).toStdString());
    const auto kept = workplace_.device().draft(place.toStdString());
    if (!kept || !*kept) return;
    const auto draft = SaveDraft::read((*kept)->bytes);
    if (what == QLatin1String("visit") && record) {
        Q_EMIT workplace_.visitAsked(*record);
    } else if (what == QLatin1String("form") && record && draft && !draft->isEmpty()) {
        Q_EMIT formAsked(*record, draft->changes.front().kind,
                         place.section(QLatin1Char('/'), 2, 2));
    } else if (what == QLatin1String("intervention")) {
        Q_EMIT interventionAsked();
    }
}

}  // namespace liaison
