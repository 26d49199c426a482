// SPDX-License-Identifier: GPL-3.0-or-later
#include "mobile/viewmodel/record_list_model.h"

#include <algorithm>

#include "mobile/viewmodel/person_words.h"
#include "mobile/viewmodel/value_words.h"

namespace liaison {

namespace {

std::vector<QByteArray> rolesOf(const KindSchema* kind)
{
    ensure(kind != nullptr, "a list of a kind that the schema does not have");
    std::vector<QByteArray> roles = {"record",    "title",     "at",      "stateIcon",
                                     "stateText", "stateTone", "disputed"};
    for (const FieldSchema& field : kind->fields) {
        const auto name = QByteArray::fromStdString(field.name);
        if (std::find(roles.begin(), roles.end(), name) == roles.end()) roles.push_back(name);
    }
    return roles;
}

}  // namespace

RecordListModel::RecordListModel(Workplace& workplace, const RecordQuery& query, QObject* parent)
    : RowListModel(rolesOf(workplace.schema().kind(query.kind.value_or(0))), parent),
      workplace_(workplace),
      query_(query),
      kind_(workplace.schema().kind(query.kind.value_or(0)))
{
    connect(&workplace_, &Workplace::changed, this, &RecordListModel::refresh);
    connect(&workplace_, &Workplace::contactChanged, this, &RecordListModel::refresh);
    refresh();
}

void RecordListModel::setSearch(const QString& search)
{
    if (search == search_) return;
    search_ = search;
    refresh();
    Q_EMIT searchChanged();
}

RecordId RecordListModel::recordAt(int index) const
{
    const auto id = RecordId::fromText(value(index, "record").toString().toStdString());
    return id ? *id : RecordId{};
}

QVariantMap RecordListModel::rowOf(const RecordRow& row, const Workplace::Whereabouts& where)
{
    ValueWords words(workplace_);
    const auto state = RecordState::read(row.id, row.state);
    const RecordReading reading(state ? *state : RecordState{row.id, row.kind, {}, {}});
    QVariantMap shown;
    for (const FieldSchema& field : kind_->fields) {
        const FieldReading* value = reading.field(field.number);
        shown[QString::fromStdString(field.name)] =
            value == nullptr ? QString() : words.reading(field, value->shown().bytes);
    }
    const FieldSchema* title = kind_->title();
    const auto& label = kind_->annotation.label();
    const QString titleWords =
        title == nullptr ? QString() : shown.value(QString::fromStdString(title->name)).toString();
    shown["title"] =
        titleWords.isEmpty()
            ? QString::fromStdString(workplace_.words().isEnglish() ? label.en() : label.fr())
            : titleWords;
    shown["record"] = QString::fromStdString(row.id.text());
    if (!shown.contains("at"))
        shown["at"] = row.at ? workplace_.words().moment(*row.at) : QString();
    shown["stateIcon"] = where.icon;
    shown["stateText"] = where.text;
    shown["stateTone"] = where.tone;
    shown["disputed"] = row.isDisputed;
    return shown;
}

bool RecordListModel::matches(const QVariantMap& row) const
{
    QString text = QLatin1Char(' ') + row.value("title").toString();
    for (const FieldSchema& field : kind_->fields) {
        if (!field.annotation.searchable()) continue;
        text += QLatin1Char(' ') + row.value(QString::fromStdString(field.name)).toString();
    }
    const QString searched = folded(text);
    const QStringList sought = folded(search_).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    return std::all_of(sought.begin(), sought.end(), [&](const QString& word) {
        return searched.contains(QLatin1Char(' ') + word);
    });
}

void RecordListModel::refresh()
{
    const auto found = workplace_.ledger().records(query_);
    const auto rows = found ? *found : std::vector<RecordRow>{};
    const auto places = workplace_.whereabouts(rows);
    std::vector<QVariantMap> shown;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        QVariantMap next = rowOf(rows[i], places[i]);
        if (matches(next)) shown.push_back(std::move(next));
    }
    show(std::move(shown));
}

}  // namespace liaison
