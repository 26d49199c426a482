// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTranslator>

#include "mobile/store/profile_store.h"
#include "mobile/viewmodel/app_settings.h"
#include "mobile/viewmodel/join_view_model.h"
#include "mobile/viewmodel/unlock_view_model.h"
#include "mobile/viewmodel/unlocked_profile.h"

namespace liaison {

class PersonViewModel;
class RecordForm;
class SyncViewModel;
class VersionsViewModel;
class VisitViewModel;

/// The application as a whole: which phase it is in (`join` a centre, `unlock` a profile, `ready`
/// to work), how it looks and what language it speaks, and the pages that are to be opened.
///
/// Lives in the thread of the screen. Making it reads the cards of the profiles and the settings,
/// nothing else: the first page comes before any code is tried and any ledger is opened.
class AppViewModel : public QObject {
    Q_OBJECT
    Q_PROPERTY(QString phase READ phase NOTIFY phaseChanged)
    Q_PROPERTY(bool dark READ isDark WRITE setDark NOTIFY looksChanged)
    Q_PROPERTY(bool highContrast READ isHighContrast WRITE setHighContrast NOTIFY looksChanged)
    Q_PROPERTY(bool reducedMotion READ isMotionReduced WRITE setReducedMotion NOTIFY looksChanged)
    Q_PROPERTY(double textScale READ textScale WRITE setTextScale NOTIFY looksChanged)
    Q_PROPERTY(QString language READ language WRITE setLanguage NOTIFY languageChanged)
    Q_PROPERTY(liaison::JoinViewModel* join READ join NOTIFY phaseChanged)
    Q_PROPERTY(liaison::UnlockViewModel* unlock READ unlock NOTIFY phaseChanged)
    Q_PROPERTY(liaison::TodayViewModel* today READ today NOTIFY phaseChanged)
    Q_PROPERTY(liaison::PersonsViewModel* persons READ persons NOTIFY phaseChanged)
    Q_PROPERTY(liaison::InterventionViewModel* intervention READ intervention NOTIFY phaseChanged)
    Q_PROPERTY(liaison::ToHandleViewModel* toHandle READ toHandle NOTIFY phaseChanged)
    Q_PROPERTY(int toHandleCount READ toHandleCount NOTIFY changed)
    Q_PROPERTY(QString memberName READ memberName NOTIFY changed)
    Q_PROPERTY(QString memberInitials READ memberInitials NOTIFY changed)
    Q_PROPERTY(QString contactText READ contactText NOTIFY changed)
    Q_PROPERTY(QString waitingText READ waitingText NOTIFY changed)
    Q_PROPERTY(QString aboutText READ aboutText NOTIFY changed)

public:
    /// `profiles` is the folder of the profiles; it is made when somebody joins. `clock` and
    /// `schema` must outlive it.
    AppViewModel(std::filesystem::path profiles, const Clock& clock, const Schema& schema,
                 QObject* parent = nullptr);
    ~AppViewModel() override;

    QString phase() const { return phase_; }
    bool isDark() const { return settings_.dark; }
    void setDark(bool dark);
    bool isHighContrast() const { return settings_.highContrast; }
    void setHighContrast(bool highContrast);
    bool isMotionReduced() const { return settings_.reducedMotion; }
    void setReducedMotion(bool reduced);
    double textScale() const { return settings_.textScale; }
    void setTextScale(double scale);
    QString language() const { return settings_.language; }
    void setLanguage(const QString& language);
    JoinViewModel* join() { return join_.get(); }
    UnlockViewModel* unlock() { return unlock_.get(); }
    /// None of these while no profile is open.
    TodayViewModel* today() { return open_ ? open_->today() : nullptr; }
    PersonsViewModel* persons() { return open_ ? open_->persons() : nullptr; }
    InterventionViewModel* intervention() { return open_ ? open_->intervention() : nullptr; }
    ToHandleViewModel* toHandle() { return open_ ? open_->toHandle() : nullptr; }
    int toHandleCount();
    QString memberName();
    QString memberInitials();
    QString contactText();
    QString waitingText();
    QString aboutText() const;
    /// The open profile; none while locked.
    UnlockedProfile* profile() { return open_.get(); }

    /// Chooses a profile by the name of its folder and, when a code is given, tries it. For
    /// demonstrations and desks; false when there is no such profile or the code is not its own.
    bool enter(const QString& name, const QString& pin);
    /// Keeps what is being typed: the system may stop the application from now on.
    void keepDrafts();
    Q_INVOKABLE void lock();
    /// The places can be shown now: opens the page where typing stopped, if there is one.
    Q_INVOKABLE void resume();
    Q_INVOKABLE void openSync();
    Q_INVOKABLE void startJoining();
    /// The page of this view model is gone.
    Q_INVOKABLE void release(QObject* viewModel);

Q_SIGNALS:
    void phaseChanged();
    void looksChanged();
    /// Words are to be read again everywhere.
    void languageChanged();
    void changed();
    void visitOpened(liaison::VisitViewModel* visit);
    void personOpened(liaison::PersonViewModel* person);
    void versionsOpened(liaison::VersionsViewModel* versions);
    void formOpened(liaison::RecordForm* form);
    void syncOpened(liaison::SyncViewModel* sync);
    /// The place of the persons, or of an act without a visit.
    void personsAsked();
    void interventionAsked();
    void closed();
    /// What could not be done, in a sentence.
    void failed(const QString& sentence);

private:
    void speak();
    void keepSettings();
    /// Name of the folder of the open profile.
    QString profileName();
    void showEntrance();
    void take(Profile profile);
    void showReady();
    void passOn(QObject* viewModel);

    std::filesystem::path profiles_;
    const Clock& clock_;
    const Schema& schema_;
    AppSettings settings_;
    DateWords words_;
    QTranslator translator_;
    QString phase_;
    std::unique_ptr<JoinViewModel> join_;
    std::unique_ptr<UnlockViewModel> unlock_;
    std::unique_ptr<UnlockedProfile> open_;
};

}  // namespace liaison
