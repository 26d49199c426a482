// SPDX-License-Identifier: GPL-3.0-or-later
#include "mobile/viewmodel/row_list_model.h"

namespace liaison {

RowListModel::RowListModel(std::vector<QByteArray> roles, QObject* parent)
    : QAbstractListModel(parent), roles_(std::move(roles))
{
}

QString RowListModel::keyOf(const QVariantMap& row) const
{
    return row.value(QString::fromUtf8(roles_.front())).toString();
}

bool RowListModel::sameOrder(const std::vector<QVariantMap>& rows) const
{
    if (rows.size() != rows_.size()) return false;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (keyOf(rows[i]) != keyOf(rows_[i])) return false;
    }
    return true;
}

void RowListModel::show(std::vector<QVariantMap> rows)
{
    if (!sameOrder(rows)) {
        const bool countDiffers = rows.size() != rows_.size();
        beginResetModel();
        rows_ = std::move(rows);
        endResetModel();
        if (countDiffers) Q_EMIT countChanged();
        return;
    }
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (rows[i] == rows_[i]) continue;
        rows_[i] = std::move(rows[i]);
        const QModelIndex changed = index(static_cast<int>(i));
        Q_EMIT dataChanged(changed, changed);
    }
}

QVariantMap RowListModel::row(int index) const
{
    return index >= 0 && index < count() ? rows_[static_cast<std::size_t>(index)] : QVariantMap{};
}

QVariant RowListModel::value(int index, const QString& role) const
{
    return row(index).value(role);
}

int RowListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : count();
}

QVariant RowListModel::data(const QModelIndex& index, int role) const
{
    const int place = role - Qt::UserRole;
    if (!index.isValid() || place < 0 || place >= static_cast<int>(roles_.size())) return {};
    return row(index.row()).value(QString::fromUtf8(roles_[static_cast<std::size_t>(place)]));
}

QHash<int, QByteArray> RowListModel::roleNames() const
{
    QHash<int, QByteArray> names;
    for (std::size_t i = 0; i < roles_.size(); ++i) {
        names.insert(Qt::UserRole + static_cast<int>(i), roles_[i]);
    }
    return names;
}

}  // namespace liaison
