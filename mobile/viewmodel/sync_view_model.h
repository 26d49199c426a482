// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mobile/viewmodel/row_list_model.h"
#include "mobile/viewmodel/workplace.h"

namespace liaison {

/// Where everything is: what waits on this phone, what went and came lately, when the centre was
/// last in contact.
class SyncViewModel : public QObject {
    Q_OBJECT
    Q_PROPERTY(QString icon READ icon NOTIFY changed)
    Q_PROPERTY(QString waitingText READ waitingText NOTIFY changed)
    Q_PROPERTY(QString contactText READ contactText NOTIFY changed)
    Q_PROPERTY(QString explanation READ explanation NOTIFY changed)
    Q_PROPERTY(QString clockTitle READ clockTitle NOTIFY changed)
    Q_PROPERTY(QString clockText READ clockText NOTIFY changed)
    Q_PROPERTY(QString receivingText READ receivingText NOTIFY changed)
    Q_PROPERTY(QString receivingAmount READ receivingAmount NOTIFY changed)
    Q_PROPERTY(double receivingShare READ receivingShare NOTIFY changed)
    Q_PROPERTY(QString tryText READ tryText NOTIFY changed)
    Q_PROPERTY(liaison::RowListModel* waiting READ waiting CONSTANT)
    Q_PROPERTY(bool nothingWaits READ nothingWaits NOTIFY changed)
    Q_PROPERTY(liaison::RowListModel* exchanges READ exchanges CONSTANT)
    Q_PROPERTY(QString sizeText READ sizeText NOTIFY changed)

public:
    explicit SyncViewModel(Workplace& workplace, QObject* parent = nullptr);

    QString icon() const;
    QString waitingText() const;
    QString contactText() const;
    QString explanation() const;
    /// That the clock of this phone is to be set; empty when it was right at the last contact.
    QString clockTitle() const;
    QString clockText() const;
    QString receivingText() const;
    QString receivingAmount() const;
    double receivingShare() const;
    QString tryText() const;
    RowListModel* waiting() { return &waiting_; }
    bool nothingWaits() const { return waiting_.count() == 0; }
    RowListModel* exchanges() { return &exchanges_; }
    QString sizeText() const;

    /// Sends and receives now instead of at the next attempt.
    Q_INVOKABLE void tryNow();

Q_SIGNALS:
    void changed();

private:
    void refresh();

    Workplace& workplace_;
    RowListModel waiting_;
    RowListModel exchanges_;
    quint64 received_ = 0;
    quint64 remaining_ = 0;
};

}  // namespace liaison
