// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mobile/viewmodel/row_list_model.h"
#include "mobile/viewmodel/workplace.h"

namespace liaison {

/// The values of one field that several people wrote without seeing each other, for whoever may
/// write that field to choose from; with what stood before. Nothing suggests which one is right.
///
/// Choosing is an edit that replaces all of them. When the record has another field in several
/// versions, that one follows.
class VersionsViewModel : public QObject {
    Q_OBJECT
    Q_PROPERTY(QString field READ field NOTIFY changed)
    Q_PROPERTY(QString subject READ subject NOTIFY changed)
    Q_PROPERTY(QString stepText READ stepText NOTIFY changed)
    Q_PROPERTY(QString explanation READ explanation NOTIFY changed)
    Q_PROPERTY(QString beforeText READ beforeText NOTIFY changed)
    Q_PROPERTY(QString beforeAuthor READ beforeAuthor NOTIFY changed)
    Q_PROPERTY(bool editable READ isEditable NOTIFY changed)
    Q_PROPERTY(bool mergeable READ isMergeable NOTIFY changed)
    Q_PROPERTY(liaison::RowListModel* versions READ versions CONSTANT)

public:
    VersionsViewModel(Workplace& workplace, const RecordId& record, std::uint32_t field,
                      QObject* parent = nullptr);

    QString field() const;
    QString subject() const;
    QString stepText() const;
    QString explanation() const;
    QString beforeText() const { return beforeText_; }
    QString beforeAuthor() const { return beforeAuthor_; }
    bool isEditable() const;
    /// Both can be kept: texts, which are joined in the order they were written.
    bool isMergeable() const;
    RowListModel* versions() { return &rows_; }

    Q_INVOKABLE void keep(int index);
    Q_INVOKABLE void keepAll();
    Q_INVOKABLE void later();

Q_SIGNALS:
    void changed();

private:
    const FieldSchema& schema() const;
    void refresh();
    void showBefore();
    QVariantMap rowOf(const Value& value, const QString& marked);
    void settle(std::string bytes);

    Workplace& workplace_;
    RecordId record_;
    const KindSchema* kind_ = nullptr;
    std::uint32_t field_ = 0;
    std::vector<std::uint32_t> disputed_;
    std::size_t steps_ = 0;  ///< disputed fields when the page was opened
    std::vector<Value> values_;
    RowListModel rows_;
    QString beforeText_;
    QString beforeAuthor_;
    QString problem_;
};

}  // namespace liaison
