// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractListModel>
#include <QVariantMap>
#include <vector>

namespace liaison {

/// Rows that are ready to be shown: each a set of named values. A view model decides what stands
/// in them; a page lays them out.
///
/// `show` replaces the rows and tells views exactly what differs, so that a list keeps its place
/// and its focus when one row changes.
class RowListModel : public QAbstractListModel {
    Q_OBJECT
    Q_PROPERTY(int count READ count NOTIFY countChanged)

public:
    /// `roles` are the names that rows have; the first one says which row is which.
    explicit RowListModel(std::vector<QByteArray> roles, QObject* parent = nullptr);

    void show(std::vector<QVariantMap> rows);

    int count() const { return static_cast<int>(rows_.size()); }
    /// The row at a place that a page named; an empty one beyond the end.
    QVariantMap row(int index) const;
    Q_INVOKABLE QVariant value(int index, const QString& role) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

Q_SIGNALS:
    void countChanged();

private:
    QString keyOf(const QVariantMap& row) const;
    bool sameOrder(const std::vector<QVariantMap>& rows) const;

    std::vector<QByteArray> roles_;
    std::vector<QVariantMap> rows_;
};

}  // namespace liaison
