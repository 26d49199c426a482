// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mobile/viewmodel/row_list_model.h"
#include "mobile/viewmodel/workplace.h"

namespace liaison {

/// All persons of the centre in the order of their names; a few letters of name, first name or town
/// are enough to find one, accents and case forgiven.
class PersonsViewModel : public QObject {
    Q_OBJECT
    Q_PROPERTY(liaison::RowListModel* persons READ persons CONSTANT)
    Q_PROPERTY(QString search READ search WRITE setSearch NOTIFY changed)
    Q_PROPERTY(QString countText READ countText NOTIFY changed)

public:
    explicit PersonsViewModel(Workplace& workplace, QObject* parent = nullptr);

    RowListModel* persons() { return &persons_; }
    QString search() const { return search_; }
    void setSearch(const QString& search);
    QString countText() const;

    Q_INVOKABLE void openPerson(int index);

Q_SIGNALS:
    void changed();

private:
    void refresh();
    void filter();

    Workplace& workplace_;
    RowListModel persons_;
    QString search_;
    QString current_;
    std::vector<std::pair<QString, QVariantMap>> all_;  ///< what is searched, and the row
};

}  // namespace liaison
