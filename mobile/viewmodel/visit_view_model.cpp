// SPDX-License-Identifier: GPL-3.0-or-later
#include "mobile/viewmodel/visit_view_model.h"

#include <algorithm>

#include "mobile/viewmodel/code_words.h"
#include "mobile/viewmodel/field_bytes.h"
#include "mobile/viewmodel/person_words.h"
#include "mobile/viewmodel/transmission_view_model.h"
#include "mobile/viewmodel/vitals_view_model.h"
#include "shared/care/code_list.h"

namespace liaison {

namespace {

using namespace std::chrono_literals;

constexpr auto kUndoWithin = 10s;
constexpr auto kMinute = 60s;

/// Reasons, and the outcome that each of them means.
struct ReasonChoice {
    const char* code;
    const char* outcome;
    const char* icon;
};
constexpr std::array kReasons = {
    ReasonChoice{"REFUS_PERSONNE", "REFUS", "block"},
    ReasonChoice{"FATIGUE", "REFUS", "block"},
    ReasonChoice{"DOULEUR", "REFUS", "block"},
    ReasonChoice{"REPORTE", "REPORTE", "schedule"},
    ReasonChoice{"PAS_NECESSAIRE", "PAS_NECESSAIRE", "remove_circle_outline"},
    ReasonChoice{"DEJA_FAIT", "PAS_NECESSAIRE", "remove_circle_outline"},
    ReasonChoice{"MATERIEL", "NON_FAIT", "remove_circle_outline"},
    ReasonChoice{"TEMPS", "NON_FAIT", "schedule"},
    ReasonChoice{"AUTRE", "NON_FAIT", "more_horiz"},
};

QString text(std::string_view words)
{
    return QString::fromUtf8(words.data(), static_cast<qsizetype>(words.size()));
}

}  // namespace

VisitViewModel::VisitViewModel(Workplace& workplace, const RecordId& visit, QObject* parent)
    : QObject(parent),
      workplace_(workplace),
      visit_(visit),
      draft_(workplace, QStringLiteral("visit/") + QString::fromStdString(visit.text())),
      measures_(Measure::of(*workplace.schema().kind("Vitals"), workplace.words().isEnglish())),
      planned_({"record", "label", "outcome", "reason"}),
      reasons_({"code", "text", "icon"}),
      vitals_({"number", "label", "value", "unit", "previous", "warning", "below"}),
      otherVitals_({"number", "label", "previous"}),
      notes_({"field", "letter", "label", "value"})
{
    begin();
    completeNewRecords();
    connect(&workplace_, &Workplace::changed, this, &VisitViewModel::refresh);
    connect(&draft_, &KeptDraft::written, this, &VisitViewModel::refresh);
    connect(&draft_, &KeptDraft::kept, this, &VisitViewModel::changed);
    connect(&draft_, &KeptDraft::failed, this, &VisitViewModel::failed);
    connect(&running_, &QTimer::timeout, this, &VisitViewModel::changed);
    running_.start(kMinute);
    undo_.setSingleShot(true);
    undo_.setInterval(kUndoWithin);
    connect(&undo_, &QTimer::timeout, this, &VisitViewModel::changed);
    std::vector<QVariantMap> rows;
    for (const ReasonChoice& reason : kReasons) {
        rows.push_back(
            {{"code", QString::fromLatin1(reason.code)},
             {"text", codeWords("not_done_reason", reason.code, workplace.words().isEnglish())},
             {"icon", QString::fromLatin1(reason.icon)}});
    }
    reasons_.show(std::move(rows));
    refresh();
}

VisitViewModel::~VisitViewModel() = default;

std::uint32_t VisitViewModel::kind(const char* name) const
{
    return workplace_.schema().kind(name)->number;
}

std::uint32_t VisitViewModel::field(const char* kindName, const char* name) const
{
    return workplace_.schema().kind(kindName)->field(name)->number;
}

void VisitViewModel::writeText(const RecordId& record, const char* kindName, const char* fieldName,
                               const QString& words)
{
    const std::uint32_t number = field(kindName, fieldName);
    const std::string utf8 = words.trimmed().toStdString();
    draft_.write(record, kind(kindName), number,
                 utf8.empty() ? std::string() : textBytes(number, utf8));
}

QString VisitViewModel::textOf(const RecordId& record, const char* kindName, const char* fieldName)
{
    return text(textIn(draft_.bytes(record, kind(kindName), field(kindName, fieldName))));
}

/// Opening a visit of today that is planned begins it: nothing is saved yet, but the draft says so.
void VisitViewModel::begin()
{
    const auto visit = workplace_.shown<v1::Visit>(visit_);
    if (const auto person = RecordId::fromBytes(visit.person())) person_ = *person;
    personName_ = workplace_.personName(person_);
    const bool isToday =
        workplace_.words().dayOf(Instant(std::chrono::milliseconds(visit.planned().start()))) ==
        workplace_.words().today();
    isEditable_ = visit.status() == "PREVUE" || visit.status() == "EN_COURS";
    if (!isEditable_ || !isToday || visit.status() != "PREVUE" || draft_.wasTakenUp()) return;
    v1::Visit begun;
    begun.mutable_actual()->set_start(workplace_.now().time_since_epoch().count());
    draft_.write(visit_, kind("Visit"), field("Visit", "actual"), begun.SerializeAsString());
    draft_.flush();
}

/// The record of this kind that belongs to the visit: in the draft, in the ledger, or a new one.
RecordId VisitViewModel::recordOfVisit(const char* kindName, bool ownOnly)
{
    for (const ChangeDraft& change : draft_.draft().changes) {
        if (change.kind == kind(kindName)) return change.record;
    }
    RecordQuery query;
    query.kind = kind(kindName);
    query.parent = visit_;
    const auto rows = workplace_.ledger().records(query);
    for (const RecordRow& row : rows ? *rows : std::vector<RecordRow>{}) {
        const auto entries = workplace_.ledger().history(row.id);
        const bool isOwn =
            entries && !entries->empty() &&
            entries->front().edit.dot().device == workplace_.device().standing().number;
        if (isOwn || !ownOnly) return row.id;
    }
    return RecordId::make(workplace_.now());
}

void VisitViewModel::completeNewRecords()
{
    vitalsRecord_ = recordOfVisit("Vitals", true);
    noteRecord_ = recordOfVisit("Transmission", true);
}

void VisitViewModel::refresh()
{
    const auto visit = workplace_.shown<v1::Visit>(visit_);
    isEditable_ = visit.status() == "PREVUE" || visit.status() == "EN_COURS";
    showPlanned();
    showVitals();
    showNotes();
    Q_EMIT changed();
}

void VisitViewModel::showPlanned()
{
    RecordQuery query;
    query.kind = kind("Intervention");
    query.parent = visit_;
    const auto rows = workplace_.ledger().records(query);
    std::vector<QVariantMap> shown;
    const bool english = workplace_.words().isEnglish();
    for (const RecordRow& row : rows ? *rows : std::vector<RecordRow>{}) {
        const auto act = workplace_.shown<v1::Intervention>(row.id);
        const std::string outcome = textOf(row.id, "Intervention", "outcome").toStdString();
        QString reason;
        if (!outcome.empty() && outcome != "FAIT") {
            const QString why = codeWords(
                "not_done_reason", textOf(row.id, "Intervention", "reason").toStdString(), english);
            const QString word = textOf(row.id, "Intervention", "reason_text");
            reason = codeWords("outcome", outcome, english);
            if (!word.isEmpty()) {
                reason += QStringLiteral("\u00a0: ") + word;
            } else if (!why.isEmpty() && why != reason) {
                reason += QStringLiteral("\u00a0: ") + why;
            }
        }
        const QString label = act.label().empty()
                                  ? codeWords("prestation", act.prestation(), english)
                                  : QString::fromStdString(act.label());
        const QString tick = outcome.empty()     ? QString()
                             : outcome == "FAIT" ? QStringLiteral("done")
                                                 : QStringLiteral("refused");
        shown.push_back({{"record", QString::fromStdString(row.id.text())},
                         {"label", label},
                         {"outcome", tick},
                         {"reason", reason},
                         {"position", act.position()}});
    }
    std::stable_sort(shown.begin(), shown.end(), [](const QVariantMap& a, const QVariantMap& b) {
        return a["position"].toInt() < b["position"].toInt();
    });
    planned_.show(std::move(shown));
}

void VisitViewModel::setOutcome(const RecordId& act, const char* outcome, const QString& reason,
                                const QString& words)
{
    writeText(act, "Intervention", "outcome", QString::fromLatin1(outcome));
    writeText(act, "Intervention", "reason", reason);
    writeText(act, "Intervention", "reason_text", words);
}

void VisitViewModel::tick(int index)
{
    const auto id = RecordId::fromText(planned_.value(index, "record").toString().toStdString());
    if (!id || !isEditable_) return;
    const bool isDone = planned_.value(index, "outcome").toString() == QLatin1String("done");
    setOutcome(*id, isDone ? "" : "FAIT", {}, {});
}

void VisitViewModel::allAsPlanned()
{
    for (int index = 0; index < planned_.count(); ++index) {
        if (planned_.value(index, "outcome").toString().isEmpty()) tick(index);
    }
}

void VisitViewModel::explain(int index, const QString& reason, const QString& words)
{
    const auto id = RecordId::fromText(planned_.value(index, "record").toString().toStdString());
    const auto choice = std::find_if(kReasons.begin(), kReasons.end(), [&](const auto& one) {
        return reason == QLatin1String(one.code);
    });
    if (!id || !isEditable_ || choice == kReasons.end()) return;
    setOutcome(*id, choice->outcome, reason, words);
}

void VisitViewModel::openPerson()
{
    Q_EMIT workplace_.personAsked(person_);
}

void VisitViewModel::openTransmission()
{
    Q_EMIT transmissionOpened(new TransmissionViewModel(workplace_, *this, QString(), this));
}

void VisitViewModel::noteFocus(const QString& name)
{
    draft_.setFocus(QStringLiteral("note/") + name);
}

QString VisitViewModel::resume()
{
    if (!isResumed_ || !isEditable_) return {};
    isResumed_ = false;
    const QString focus = QString::fromStdString(draft_.draft().focus);
    const QString page = focus.section(QLatin1Char('/'), 0, 0);
    const QString place = focus.section(QLatin1Char('/'), 1);
    if (page == QLatin1String("note")) return place;
    if (page == QLatin1String("transmission")) {
        Q_EMIT transmissionOpened(new TransmissionViewModel(workplace_, *this, place, this));
    }
    for (const Measure& measure : measures_) {
        const bool isLeft = page == QLatin1String("vitals") && measure.number() == place.toUInt();
        if (!isLeft) continue;
        shownMeasures_.push_back(measure.number());
        showVitals();
        open(measure);
    }
    return {};
}

void VisitViewModel::writeNote(int index, const QString& words)
{
    writeText(noteRecord_, "Transmission", notes_.value(index, "field").toString().toLatin1(),
              words);
}

QString VisitViewModel::target() const
{
    auto& self = const_cast<VisitViewModel&>(*this);
    const QString code = self.textOf(noteRecord_, "Transmission", "cible");
    if (!code.isEmpty()) {
        return codeWords("cible", code.toStdString(), workplace_.words().isEnglish());
    }
    return self.textOf(noteRecord_, "Transmission", "cible_text");
}

QString VisitViewModel::savedIcon() const
{
    return isEditable_ ? QStringLiteral("check") : workplace_.whereabouts(visit_).icon;
}

QString VisitViewModel::savedText() const
{
    if (!isEditable_) return workplace_.whereabouts(visit_).text;
    return draft_.isKept() ? tr("Enregistré sur ce téléphone") : tr("Enregistrement…");
}

QString VisitViewModel::runningText() const
{
    if (!isEditable_ || draft_.draft().isEmpty()) return {};
    const auto minutes =
        std::chrono::floor<std::chrono::minutes>(workplace_.now() - draft_.draft().begunAt);
    return workplace_.words().duration(std::max(minutes, {}));
}

QString VisitViewModel::sinceText() const
{
    if (!isEditable_ || draft_.draft().isEmpty()) return {};
    return tr("depuis %1").arg(workplace_.words().hour(draft_.draft().begunAt));
}

}  // namespace liaison
