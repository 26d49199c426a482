// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mobile/viewmodel/kept_draft.h"
#include "mobile/viewmodel/row_list_model.h"

namespace liaison {

/// A form over any record of any kind, made from the annotations of its fields: label, unit, code
/// list, plausible range, who may write. A new field of care.proto needs nothing here.
///
/// What is typed is kept as a draft. A field that was not touched follows the store; one that was
/// keeps what its author saw, and a value that came meanwhile is shown beside it.
class RecordForm : public QObject {
    Q_OBJECT
    Q_PROPERTY(QString title READ title NOTIFY changed)
    Q_PROPERTY(QString savedIcon READ savedIcon NOTIFY changed)
    Q_PROPERTY(QString savedText READ savedText NOTIFY changed)
    Q_PROPERTY(liaison::RowListModel* fields READ fields CONSTANT)
    Q_PROPERTY(QString problem READ problem NOTIFY changed)

public:
    /// A form over a record that exists, or over a new one of this kind. With a field name the
    /// form shows that field alone.
    RecordForm(Workplace& workplace, const RecordId& record, std::uint32_t kind,
               const QString& onlyField, QObject* parent = nullptr);

    /// The place under which the ledger keeps what is typed in such a form.
    static QString placeOf(const RecordId& record, const QString& onlyField);

    QString title() const;
    QString savedIcon() const;
    QString savedText() const;
    RowListModel* fields() { return &fields_; }
    /// Why the last save did not happen; empty when it did.
    QString problem() const { return problem_; }
    const RecordId& record() const { return record_; }

    Q_INVOKABLE void write(int index, const QString& text);
    /// By the name of the field; false when the text is no value of it.
    Q_INVOKABLE bool writeField(const QString& field, const QString& text);
    /// This field is being written: where typing stopped is kept with the text.
    Q_INVOKABLE void noteFocus(int index);
    /// The field where typing stopped when the form was left, by its place; once, -1 without one.
    Q_INVOKABLE int resume();
    Q_INVOKABLE void keepMine(int index);
    Q_INVOKABLE void takeTheirs(int index);
    Q_INVOKABLE void save();

Q_SIGNALS:
    void changed();
    void saved();
    void leave();

private:
    const FieldSchema* fieldAt(int index) const;
    QVariantMap rowOf(const FieldSchema& field);
    bool isShown(const FieldSchema& field) const;
    void refresh();

    Workplace& workplace_;
    RecordId record_;
    const KindSchema* kind_;
    QString onlyField_;
    KeptDraft draft_;
    QString resumed_;
    RowListModel fields_;
    QMap<QString, QString> typed_;     ///< text that is no value yet, by field
    QMap<QString, QString> problems_;  ///< why, by field
    QString problem_;
};

}  // namespace liaison
