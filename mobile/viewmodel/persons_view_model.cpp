// SPDX-License-Identifier: GPL-3.0-or-later
#include "mobile/viewmodel/persons_view_model.h"

#include <algorithm>

#include "mobile/viewmodel/person_words.h"

namespace liaison {

namespace {

/// True when each word of the search begins a word of the text.
bool matches(const QString& text, const QStringList& words)
{
    return std::all_of(words.begin(), words.end(),
                       [&](const QString& word) { return text.contains(QLatin1Char(' ') + word); });
}

}  // namespace

PersonsViewModel::PersonsViewModel(Workplace& workplace, QObject* parent)
    : QObject(parent),
      workplace_(workplace),
      persons_({"record", "name", "details", "initials", "badges", "current"})
{
    connect(&workplace_, &Workplace::changed, this, &PersonsViewModel::refresh);
    refresh();
}

void PersonsViewModel::setSearch(const QString& search)
{
    if (search == search_) return;
    search_ = search;
    filter();
}

QString PersonsViewModel::countText() const
{
    return tr("%n personne(s)", nullptr, persons_.count());
}

void PersonsViewModel::openPerson(int index)
{
    current_ = persons_.value(index, "record").toString();
    const auto id = RecordId::fromText(current_.toStdString());
    filter();
    if (id) Q_EMIT workplace_.personAsked(*id);
}

void PersonsViewModel::refresh()
{
    RecordQuery query;
    query.kind = workplace_.schema().kind("Person")->number;
    query.order = RecordQuery::Order::idAscending;
    const auto rows = workplace_.ledger().records(query);
    std::vector<std::pair<QString, QVariantMap>> all;
    const bool english = workplace_.words().isEnglish();
    for (const RecordRow& row : rows ? *rows : std::vector<RecordRow>{}) {
        const auto person = workplace_.shown<v1::Person>(row.id);
        const QString searched = QStringLiteral(" %1 %2 %3 %4")
                                     .arg(QString::fromStdString(person.family_name()),
                                          QString::fromStdString(person.given_name()),
                                          QString::fromStdString(person.birth_name()),
                                          QString::fromStdString(person.address().city()))
                                     .replace(QLatin1Char('-'), QLatin1Char(' '));
        all.push_back({folded(searched),
                       {{"record", QString::fromStdString(row.id.text())},
                        {"name", workplace_.personName(row.id)},
                        {"details", identityLine(person, workplace_.words())},
                        {"initials", initials(person.given_name(), person.family_name())},
                        {"badges", lastingBadges(person, english)}}});
    }
    std::sort(all.begin(), all.end(),
              [](const auto& left, const auto& right) { return left.first < right.first; });
    all_ = std::move(all);
    filter();
}

void PersonsViewModel::filter()
{
    const QStringList words =
        folded(search_).replace(QLatin1Char('-'), QLatin1Char(' ')).split(' ', Qt::SkipEmptyParts);
    std::vector<QVariantMap> rows;
    for (const auto& [searched, row] : all_) {
        if (!matches(searched, words)) continue;
        rows.push_back(row);
        rows.back()["current"] = row["record"].toString() == current_;
    }
    persons_.show(std::move(rows));
    Q_EMIT changed();
}

}  // namespace liaison
