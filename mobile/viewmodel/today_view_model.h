// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>

#include "liaison/v1/care.pb.h"
#include "mobile/viewmodel/row_list_model.h"
#include "mobile/viewmodel/workplace.h"

namespace liaison {

/// The visits of a day, in order, with what must be known before each door. A supervisor sees
/// those of the whole team, others their own.
class TodayViewModel : public QObject {
    Q_OBJECT
    Q_PROPERTY(QString title READ title NOTIFY changed)
    Q_PROPERTY(QString dateText READ dateText NOTIFY changed)
    Q_PROPERTY(liaison::RowListModel* visits READ visits CONSTANT)
    Q_PROPERTY(QString waitingIcon READ waitingIcon NOTIFY changed)
    Q_PROPERTY(QString waitingText READ waitingText NOTIFY changed)
    Q_PROPERTY(QString contactText READ contactText NOTIFY changed)
    Q_PROPERTY(QString receivingText READ receivingText NOTIFY changed)
    Q_PROPERTY(QString receivingAmount READ receivingAmount NOTIFY changed)
    Q_PROPERTY(double receivingShare READ receivingShare NOTIFY changed)

public:
    explicit TodayViewModel(Workplace& workplace, QObject* parent = nullptr);

    QString title() const;
    QString dateText() const;
    RowListModel* visits() { return &visits_; }
    QString waitingIcon() const;
    QString waitingText() const;
    QString contactText() const;
    QString receivingText() const;
    QString receivingAmount() const;
    double receivingShare() const;

    Q_INVOKABLE void showPreviousDay();
    Q_INVOKABLE void showNextDay();
    Q_INVOKABLE void openVisit(int index);
    /// A visit that nobody planned: it begins with the choice of the person.
    Q_INVOKABLE void addVisit();
    Q_INVOKABLE void openSync();

    /// Reads the day again; called by itself when records change.
    void refresh();

Q_SIGNALS:
    void changed();

private:
    bool isShownHere(const v1::Visit& visit);
    QVariantMap rowOf(const RecordRow& row, const v1::Visit& visit, bool& isFirstOpen);
    void noteProgress(quint64 received, quint64 remaining);

    Workplace& workplace_;
    QDate day_;
    RowListModel visits_;
    quint64 received_ = 0;
    quint64 remaining_ = 0;
};

}  // namespace liaison
