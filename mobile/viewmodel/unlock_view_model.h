// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mobile/store/profile.h"
#include "mobile/store/profile_store.h"
#include "mobile/viewmodel/app_settings.h"
#include "mobile/viewmodel/date_words.h"
#include "mobile/viewmodel/row_list_model.h"

namespace liaison {

/// Who is there, and their code. A shared phone holds several members, each behind their own.
///
/// Wrong codes are counted on the disk before the next one is tried: after three of them the
/// profile stays closed for five minutes, then for twice as long each time. Nothing is ever deleted
/// by it.
class UnlockViewModel : public QObject {
    Q_OBJECT
    Q_PROPERTY(QString centre READ centre NOTIFY changed)
    Q_PROPERTY(liaison::RowListModel* profiles READ profiles CONSTANT)
    Q_PROPERTY(int current READ current WRITE setCurrent NOTIFY changed)
    Q_PROPERTY(int pinLength READ pinLength NOTIFY changed)
    Q_PROPERTY(QString askText READ askText NOTIFY changed)
    Q_PROPERTY(QString keptText READ keptText NOTIFY changed)
    Q_PROPERTY(QString problem READ problem NOTIFY changed)

public:
    /// `settings` belongs to the application; `words` and `schema` must outlive it.
    UnlockViewModel(ProfileStore store, AppSettings& settings, const DateWords& words,
                    const Schema& schema, QObject* parent = nullptr);

    QString centre() const;
    RowListModel* profiles() { return &profiles_; }
    int current() const { return current_; }
    void setCurrent(int index);
    /// Digits of the code; 0 when it is a passphrase or not known yet.
    int pinLength() const;
    QString askText() const;
    QString keptText() const { return keptText_; }
    QString problem() const { return problem_; }

    bool isEmpty() const { return stored_.empty(); }
    /// Chooses the profile whose folder has this name; false when there is none.
    bool choose(const QString& name);
    /// What the profile that was just locked keeps.
    void noteKept(const QString& name, int waiting);

    Q_INVOKABLE void open(const QString& code);
    Q_INVOKABLE void forgetProblem();

    /// The profile that `opened` speaks of; once.
    Profile takeProfile();

Q_SIGNALS:
    void changed();
    void opened();

private:
    const StoredProfile* chosen() const;
    QString givenName() const;
    void refuse(const Error& error, Entrance& entrance);

    ProfileStore store_;
    AppSettings& settings_;
    const DateWords& words_;
    const Schema& schema_;
    std::vector<StoredProfile> stored_;
    RowListModel profiles_;
    int current_ = 0;
    QString keptText_;
    QString problem_;
    std::optional<Profile> profile_;
};

}  // namespace liaison
