// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mobile/viewmodel/row_list_model.h"
#include "mobile/viewmodel/workplace.h"

namespace liaison {

/// The records of one kind that a query finds, for every kind of the schema: besides what all
/// records have (`record`, `title`, `at`, `stateIcon`, `stateText`, `stateTone`, `disputed`) each
/// row has every field of the kind, by its name and in words. Follows the ledger.
class RecordListModel : public RowListModel {
    Q_OBJECT
    Q_PROPERTY(QString search READ search WRITE setSearch NOTIFY searchChanged)

public:
    /// `query.kind` has to name a kind of the schema.
    RecordListModel(Workplace& workplace, const RecordQuery& query, QObject* parent = nullptr);

    /// Only rows in which each word of this begins a word of the title or of a searchable field;
    /// accents and case forgiven.
    QString search() const { return search_; }
    void setSearch(const QString& search);

    RecordId recordAt(int index) const;

Q_SIGNALS:
    void searchChanged();

private:
    void refresh();
    QVariantMap rowOf(const RecordRow& row, const Workplace::Whereabouts& where);
    bool matches(const QVariantMap& row) const;

    Workplace& workplace_;
    RecordQuery query_;
    const KindSchema* kind_;
    QString search_;
};

}  // namespace liaison
