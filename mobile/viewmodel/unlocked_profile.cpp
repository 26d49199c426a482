// SPDX-License-Identifier: GPL-3.0-or-later
#include "mobile/viewmodel/unlocked_profile.h"

#include "mobile/viewmodel/person_view_model.h"
#include "mobile/viewmodel/record_form.h"
#include "mobile/viewmodel/sync_view_model.h"
#include "mobile/viewmodel/versions_view_model.h"
#include "mobile/viewmodel/visit_view_model.h"
#include "shared/record/patch.h"

namespace liaison {

namespace {

using namespace std::chrono_literals;

/// Older drafts are found under "À traiter".
constexpr auto kRecent = 24h;
/// Where the ledger keeps when the profile was last opened, in milliseconds.
constexpr std::string_view kSessionBegun = "session_begun";

/// A new record with the fields that this message sets.
ChangeDraft newRecord(const RecordId& record, std::uint32_t kind,
                      const google::protobuf::Message& message)
{
    ChangeDraft draft{record, kind, {}};
    const RecordReading nothing(RecordState{record, kind, {}, {}});
    const auto fields = cutPatch(message.SerializeAsString());
    ensure(bool(fields), "protobuf wrote a message that cannot be cut");
    for (const auto& [number, bytes] : *fields) {
        draft.touch(number, nothing, bytes);
    }
    return draft;
}

}  // namespace

UnlockedProfile::UnlockedProfile(Profile profile, const Clock& clock, DateWords& words)
    : profile_(std::move(profile)),
      engine_(profile_, clock),
      workplace_(profile_, engine_, words),
      pages_(std::make_unique<QObject>())
{
    connect(&workplace_, &Workplace::personAsked, this,
            [this](const RecordId& person) { open<PersonViewModel>(person); });
    connect(&workplace_, &Workplace::visitAsked, this, &UnlockedProfile::openVisit);
    connect(
        &workplace_, &Workplace::versionsAsked, this,
        [this](const RecordId& record, quint32 field) { open<VersionsViewModel>(record, field); });
    connect(&workplace_, &Workplace::formAsked, this,
            [this](const RecordId& record, const QString& field) {
                openForm(record, kindOf(record), field);
            });
    connect(&workplace_, &Workplace::unplannedVisitAsked, this,
            &UnlockedProfile::openUnplannedVisit);
    connect(&workplace_, &Workplace::syncAsked, this, &UnlockedProfile::openSync);
    connect(&workplace_, &Workplace::closeAsked, this, &UnlockedProfile::closed);
    beginSession();
}

UnlockedProfile::~UnlockedProfile() = default;

template <typename ViewModel, typename... Arguments>
void UnlockedProfile::open(Arguments&&... arguments)
{
    Q_EMIT opened(new ViewModel(workplace_, std::forward<Arguments>(arguments)..., pages_.get()));
}

TodayViewModel* UnlockedProfile::today()
{
    if (today_ == nullptr) today_ = new TodayViewModel(workplace_, pages_.get());
    return today_;
}

PersonsViewModel* UnlockedProfile::persons()
{
    if (persons_ == nullptr) persons_ = new PersonsViewModel(workplace_, pages_.get());
    return persons_;
}

InterventionViewModel* UnlockedProfile::intervention()
{
    if (intervention_ == nullptr) {
        intervention_ = new InterventionViewModel(workplace_, pages_.get());
    }
    return intervention_;
}

ToHandleViewModel* UnlockedProfile::toHandle()
{
    if (toHandle_ == nullptr) {
        toHandle_ = new ToHandleViewModel(workplace_, pages_.get());
        connect(toHandle_, &ToHandleViewModel::formAsked, this, &UnlockedProfile::openForm);
        connect(toHandle_, &ToHandleViewModel::interventionAsked, this,
                &UnlockedProfile::interventionAsked);
    }
    return toHandle_;
}

/// Notes when this session begins; without room on the disk the next one resumes nothing.
void UnlockedProfile::beginSession()
{
    Ledger& ledger = workplace_.ledger();
    const auto last = ledger.meta(kSessionBegun);
    if (last && *last) {
        bool isNumber = false;
        const qint64 at = QString::fromStdString(**last).toLongLong(&isNumber);
        if (isNumber) lastSession_ = Instant(std::chrono::milliseconds(at));
    }
    auto transaction = ledger.begin();
    if (!transaction) return;
    const auto now = std::to_string(workplace_.now().time_since_epoch().count());
    const auto noted = ledger.setMeta(kSessionBegun, now);
    if (noted) static_cast<void>(bool(ledger.commit(*transaction)));
}

/// The only draft of the last session; none when there are several.
std::optional<Draft> UnlockedProfile::leftDraft()
{
    const auto drafts = workplace_.device().drafts();
    if (!lastSession_ || !drafts) return std::nullopt;
    std::optional<Draft> left;
    for (const Draft& draft : *drafts) {
        const auto read = SaveDraft::read(draft.bytes);
        const bool isRecent =
            draft.changedAt >= *lastSession_ && draft.changedAt > workplace_.now() - kRecent;
        if (!isRecent || !read || read->isEmpty()) continue;
        if (left) return std::nullopt;
        left = draft;
    }
    return left;
}

void UnlockedProfile::resume()
{
    const auto left = leftDraft();
    lastSession_.reset();
    if (!left) return;
    isResuming_ = true;
    toHandle()->takeUpDraft(QString::fromStdString(left->place));
    isResuming_ = false;
}

void UnlockedProfile::openVisit(const RecordId& visit)
{
    auto* page = new VisitViewModel(workplace_, visit, pages_.get());
    if (isResuming_) page->setResumed();
    Q_EMIT opened(page);
}

void UnlockedProfile::openSync()
{
    open<SyncViewModel>();
}

void UnlockedProfile::release(QObject* viewModel)
{
    for (const QObject* parent = viewModel; parent != nullptr; parent = parent->parent()) {
        if (parent == pages_.get()) return viewModel->deleteLater();
    }
}

std::uint32_t UnlockedProfile::kindOf(const RecordId& record)
{
    const auto state = workplace_.ledger().record(record);
    return state && *state ? (*state)->kind : 0;
}

void UnlockedProfile::openForm(const RecordId& record, std::uint32_t kind, const QString& field)
{
    if (workplace_.schema().kind(kind) == nullptr) return;
    open<RecordForm>(record, kind, field);
}

void UnlockedProfile::openUnplannedVisit(const RecordId& person)
{
    // It begins with the choice of a person; their page leads here again.
    if (person.isNull()) {
        Q_EMIT personsAsked();
        return;
    }
    const KindSchema& kind = *workplace_.schema().kind("Visit");
    const RecordId record = RecordId::make(workplace_.now());
    v1::Visit visit;
    visit.set_person(person.bytes());
    visit.mutable_planned()->set_start(workplace_.now().time_since_epoch().count());
    visit.set_status("PREVUE");
    visit.set_mode("DOM");
    visit.set_unplanned(true);
    visit.mutable_members()->add_id(workplace_.member().bytes());
    const auto saved = workplace_.save({newRecord(record, kind.number, visit)});
    if (!saved) {
        Q_EMIT failed(Workplace::sentence(saved.error()));
        return;
    }
    open<VisitViewModel>(record);
}

}  // namespace liaison
