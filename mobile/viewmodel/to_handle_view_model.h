// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mobile/viewmodel/row_list_model.h"
#include "mobile/viewmodel/workplace.h"

namespace liaison {

/// What needs a person, newest first: own records that a supervisor sent back, fields with several
/// versions that the member may settle, own edits that the centre did not keep, and what was begun
/// more than a day ago. Each row says what to do in one sentence.
class ToHandleViewModel : public QObject {
    Q_OBJECT
    Q_PROPERTY(liaison::RowListModel* items READ items CONSTANT)

public:
    explicit ToHandleViewModel(Workplace& workplace, QObject* parent = nullptr);

    RowListModel* items() { return &items_; }
    int count() const { return items_.count(); }

    /// Does what the row offers: opens the record that was sent back or both versions, takes the
    /// text of a refused edit up again, or goes on with what was begun.
    Q_INVOKABLE void handle(int index);

    /// Asks for the page of what was begun in this place.
    void takeUpDraft(const QString& place);

    void refresh();

Q_SIGNALS:
    void changed();
    void formAsked(const liaison::RecordId& record, quint32 kind, const QString& field);
    /// The page of an act without a visit, which has a draft.
    void interventionAsked();

private:
    struct Item {
        Instant at;
        QVariantMap row;
    };
    void addSentBack(std::vector<Item>& items);
    void addDisagreements(std::vector<Item>& items);
    void addRefusals(std::vector<Item>& items);
    void addOldDrafts(std::vector<Item>& items);
    void openSentBack(const QString& review);
    void takeUpRefusal(const QString& dot);
    std::string handledRefusals();

    Workplace& workplace_;
    RowListModel items_;
};

}  // namespace liaison
