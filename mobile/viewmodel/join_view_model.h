// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <memory>
#include <optional>

#include "mobile/store/profile_store.h"
#include "mobile/sync/join_request.h"
#include "mobile/sync/sync_engine.h"
#include "mobile/viewmodel/date_words.h"

namespace liaison {

/// From an invitation to a first day, in three steps: the code, a secret, the reception.
///
/// A code is checked before the network is used. Breaking off at any moment costs nothing: the same
/// code begins again where it ended.
class JoinViewModel : public QObject {
    Q_OBJECT
    Q_PROPERTY(int step READ step NOTIFY changed)
    Q_PROPERTY(QString code READ code WRITE setCode NOTIFY changed)
    Q_PROPERTY(QString centre READ centre NOTIFY changed)
    Q_PROPERTY(QString invitation READ invitation NOTIFY changed)
    Q_PROPERTY(QString pin READ pin WRITE setPin NOTIFY changed)
    Q_PROPERTY(QString pinAgain READ pinAgain WRITE setPinAgain NOTIFY changed)
    Q_PROPERTY(QString problem READ problem NOTIFY changed)
    Q_PROPERTY(QString advice READ advice NOTIFY changed)
    Q_PROPERTY(QString progressText READ progressText NOTIFY changed)
    Q_PROPERTY(QString progressAmount READ progressAmount NOTIFY changed)
    Q_PROPERTY(double progressShare READ progressShare NOTIFY changed)
    Q_PROPERTY(bool mayGoBack READ mayGoBack NOTIFY changed)
    Q_PROPERTY(bool mayProceed READ mayProceed NOTIFY changed)
    Q_PROPERTY(QString actionText READ actionText NOTIFY changed)

public:
    /// `words` and `schema` must outlive it. With `mayLeave`, going back from the first step leads
    /// to the profiles that are already here.
    JoinViewModel(ProfileStore store, const DateWords& words, const Schema& schema, bool mayLeave,
                  QObject* parent = nullptr);
    ~JoinViewModel() override;

    int step() const { return step_; }
    QString code() const { return code_; }
    void setCode(const QString& code);
    QString centre() const;
    QString invitation() const;
    QString pin() const { return pin_; }
    void setPin(const QString& pin);
    QString pinAgain() const { return pinAgain_; }
    void setPinAgain(const QString& pin);
    QString problem() const { return problem_; }
    QString advice() const { return advice_; }
    QString progressText() const;
    QString progressAmount() const;
    double progressShare() const;
    bool mayGoBack() const;
    bool mayProceed() const;
    QString actionText() const;

    Q_INVOKABLE void proceed();
    Q_INVOKABLE void goBack();

    /// The profile that `joined` speaks of; once.
    Profile takeProfile() { return request_->takeProfile(); }
    /// Shows how far the first reception is; ends with `received`.
    void follow(SyncEngine& engine);

Q_SIGNALS:
    void changed();
    void joined();
    /// The first reception is complete, or the person wants to begin without the rest.
    void received();
    void left();

private:
    void readCode();
    void choosePin();
    void ask();
    void fail(ErrorCode code);

    ProfileStore store_;
    const DateWords& words_;
    const Schema& schema_;
    bool mayLeave_ = false;
    int step_ = 0;
    QString code_;
    std::optional<Invite> invite_;
    QString pin_;
    QString pinAgain_;
    QString problem_;
    QString advice_;
    std::unique_ptr<JoinRequest> request_;
    bool isJoined_ = false;
    quint64 received_ = 0;
    quint64 remaining_ = 0;
};

}  // namespace liaison
