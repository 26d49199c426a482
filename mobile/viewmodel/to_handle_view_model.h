// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mobile/viewmodel/refusal_review.h"
#include "mobile/viewmodel/row_list_model.h"
#include "mobile/viewmodel/workplace.h"

namespace liaison {

/// What needs a person, newest first: own records that a supervisor sent back, fields with several
/// versions that the member may settle, own edits that the centre did not keep, for a supervisor
/// those of others, and what was begun more than a day ago. Each row says what to do in one
/// sentence.
class ToHandleViewModel : public QObject {
    Q_OBJECT
    Q_PROPERTY(liaison::RowListModel* items READ items CONSTANT)
    Q_PROPERTY(QString undoText READ undoText NOTIFY changed)
    Q_PROPERTY(QString problem READ problem NOTIFY changed)

public:
    explicit ToHandleViewModel(Workplace& workplace, QObject* parent = nullptr);

    RowListModel* items() { return &items_; }
    int count() const { return items_.count(); }

    /// Does what the row offers: opens the record that was sent back or both versions, takes the
    /// text of a refused edit up again, or goes on with what was begun.
    Q_INVOKABLE void handle(int index);
    /// Leaves the refused edit of somebody else as it is: the other choice of a row that has two.
    Q_INVOKABLE void leave(int index);
    /// What a supervisor just decided about a refused edit, as long as it can be taken back.
    QString undoText() const { return review_.undoText(); }
    QString problem() const { return review_.problem(); }
    Q_INVOKABLE void undo() { review_.undo(); }

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
    void addRefusalsOfOthers(std::vector<Item>& items);
    void addOldDrafts(std::vector<Item>& items);
    void openSentBack(const QString& review);
    void takeUpRefusal(const QString& dot);
    void decide(const QString& dot, bool takesOver);

    Workplace& workplace_;
    RefusalReview review_;
    RowListModel items_;
};

}  // namespace liaison
