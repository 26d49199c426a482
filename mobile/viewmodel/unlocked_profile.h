// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include "mobile/viewmodel/intervention_view_model.h"
#include "mobile/viewmodel/persons_view_model.h"
#include "mobile/viewmodel/to_handle_view_model.h"
#include "mobile/viewmodel/today_view_model.h"

namespace liaison {

/// An open profile with its exchange and the view models of the five places; those of the pages
/// opened over them are made when somebody asks and live until their page is left.
///
/// Emits what is to be opened. When it goes, everything typed is kept first.
class UnlockedProfile : public QObject {
    Q_OBJECT

public:
    /// `clock` and `words` must outlive it. Contact is made when `start` is called.
    UnlockedProfile(Profile profile, const Clock& clock, DateWords& words);
    ~UnlockedProfile() override;

    void start() { engine_.start(); }
    Workplace& workplace() { return workplace_; }
    SyncEngine& engine() { return engine_; }
    Profile& profile() { return profile_; }

    TodayViewModel* today();
    PersonsViewModel* persons();
    InterventionViewModel* intervention();
    ToHandleViewModel* toHandle();

    /// Opens the page where typing stopped when the profile was last open, at the same field: the
    /// one draft of that time, if there is exactly one, and it is less than a day old. Only the
    /// first call does.
    void resume();
    void openSync();
    /// Ends a view model that `opened` has handed out; its page is gone.
    void release(QObject* viewModel);

Q_SIGNALS:
    /// A page over the place: VisitPage, PersonPage, VersionsPage, FormPage or SyncPage, by the
    /// class of its view model.
    void opened(QObject* viewModel);
    /// The place of the persons, or of an act without a visit.
    void personsAsked();
    void interventionAsked();
    void closed();
    /// What could not be done, in a sentence.
    void failed(const QString& sentence);

private:
    template <typename ViewModel, typename... Arguments>
    void open(Arguments&&... arguments);
    void openForm(const RecordId& record, std::uint32_t kind, const QString& field);
    void openUnplannedVisit(const RecordId& person);
    void openVisit(const RecordId& visit);
    void beginSession();
    std::optional<Draft> leftDraft();
    std::uint32_t kindOf(const RecordId& record);

    Profile profile_;
    SyncEngine engine_;
    Workplace workplace_;
    /// Parent of every view model: it goes before what they work on.
    std::unique_ptr<QObject> pages_;
    TodayViewModel* today_ = nullptr;
    PersonsViewModel* persons_ = nullptr;
    InterventionViewModel* intervention_ = nullptr;
    ToHandleViewModel* toHandle_ = nullptr;
    std::optional<Instant> lastSession_;  ///< when the profile was opened the time before
    bool isResuming_ = false;
};

}  // namespace liaison
