// SPDX-License-Identifier: GPL-3.0-or-later
#include "mobile/viewmodel/today_view_model.h"

#include <algorithm>

#include "mobile/viewmodel/code_words.h"
#include "mobile/viewmodel/contact_words.h"
#include "mobile/viewmodel/person_words.h"
#include "shared/record/save_draft.h"

namespace liaison {

namespace {

RecordId idOf(const std::string& bytes)
{
    const auto id = RecordId::fromBytes(bytes);
    return id ? *id : RecordId{};
}

bool isOver(const std::string& status)
{
    return status != "PREVUE" && status != "EN_COURS";
}

}  // namespace

TodayViewModel::TodayViewModel(Workplace& workplace, QObject* parent)
    : QObject(parent),
      workplace_(workplace),
      day_(workplace.words().today()),
      visits_({"record", "hour", "person", "phase", "stateIcon", "stateText", "stateTone",
               "ringIcon", "ringText", "ringTone", "purpose", "place", "badges", "actionText"})
{
    connect(&workplace_, &Workplace::changed, this, &TodayViewModel::refresh);
    connect(&workplace_, &Workplace::contactChanged, this, &TodayViewModel::refresh);
    connect(&workplace_.engine(), &SyncEngine::progress, this, &TodayViewModel::noteProgress);
    refresh();
}

QString TodayViewModel::title() const
{
    const qint64 ahead = workplace_.words().today().daysTo(day_);
    if (ahead == 0) return tr("Aujourd’hui");
    if (ahead == 1) return tr("Demain");
    if (ahead == -1) return tr("Hier");
    return workplace_.words().day(day_);
}

QString TodayViewModel::dateText() const
{
    return workplace_.words().longDay(day_);
}

QString TodayViewModel::waitingIcon() const
{
    return contactWords(workplace_).icon;
}

QString TodayViewModel::waitingText() const
{
    return contactWords(workplace_).waiting;
}

QString TodayViewModel::contactText() const
{
    return contactWords(workplace_).contact;
}

QString TodayViewModel::receivingText() const
{
    return remaining_ > 0 ? tr("Réception de l’historique") : QString();
}

QString TodayViewModel::receivingAmount() const
{
    return QStringLiteral("%1\u00a0%").arg(static_cast<int>(receivingShare() * 100));
}

double TodayViewModel::receivingShare() const
{
    const double all = static_cast<double>(received_ + remaining_);
    return all > 0 ? static_cast<double>(received_) / all : 1;
}

void TodayViewModel::noteProgress(quint64 received, quint64 remaining)
{
    received_ = received;
    remaining_ = remaining;
    Q_EMIT changed();
}

void TodayViewModel::showPreviousDay()
{
    day_ = day_.addDays(-1);
    refresh();
}

void TodayViewModel::showNextDay()
{
    day_ = day_.addDays(1);
    refresh();
}

void TodayViewModel::openVisit(int index)
{
    const auto id = RecordId::fromText(visits_.value(index, "record").toString().toStdString());
    if (id) Q_EMIT workplace_.visitAsked(*id);
}

void TodayViewModel::addVisit()
{
    Q_EMIT workplace_.unplannedVisitAsked(RecordId{});
}

void TodayViewModel::openSync()
{
    Q_EMIT workplace_.syncAsked();
}

bool TodayViewModel::isShownHere(const v1::Visit& visit)
{
    if (workplace_.role() == v1::ROLE_SUPERVISOR || visit.members().id().empty()) return true;
    const std::string own = workplace_.member().bytes();
    const auto& members = visit.members().id();
    return std::find(members.begin(), members.end(), own) != members.end();
}

QVariantMap TodayViewModel::rowOf(const RecordRow& row, const v1::Visit& visit, bool& isFirstOpen)
{
    const DateWords& words = workplace_.words();
    const RecordId person = idOf(visit.person());
    const auto about = workplace_.shown<v1::Person>(person);
    const auto draft = workplace_.device().draft("visit/" + row.id.text());
    const bool isRunning =
        !isOver(visit.status()) && (visit.status() == "EN_COURS" || (draft && *draft));
    QVariantMap shown{{"record", QString::fromStdString(row.id.text())},
                      {"hour", row.at ? words.hour(*row.at) : QString()},
                      {"person", workplace_.personName(person)},
                      {"purpose", QString::fromStdString(visit.purpose())},
                      {"place", placeLine(about)},
                      {"badges", presentBadges(workplace_, person, about)},
                      {"phase", QStringLiteral("next")},
                      {"ringIcon", QStringLiteral("radio_button_unchecked")},
                      {"ringText", tr("Prévue")},
                      {"ringTone", QStringLiteral("edge")},
                      {"stateIcon", QString()},
                      {"stateText", QString()},
                      {"stateTone", QStringLiteral("soft")},
                      {"actionText", QString()}};
    if (visit.status() == "REALISEE") {
        const auto where = workplace_.whereabouts(row.id);
        shown["phase"] = QStringLiteral("past");
        shown["stateIcon"] = where.icon;
        shown["stateText"] = where.text;
        shown["ringIcon"] = QStringLiteral("check_circle");
        shown["ringText"] = tr("Réalisée");
        shown["ringTone"] = QStringLiteral("feuille");
    } else if (isOver(visit.status())) {
        shown["phase"] = QStringLiteral("off");
        shown["stateIcon"] = visit.status() == "HOSPITALISEE"
                                 ? QStringLiteral("local_hospital")
                                 : QStringLiteral("remove_circle_outline");
        shown["stateText"] = codeWords("visit_status", visit.status(), words.isEnglish());
        shown["ringIcon"] = QStringLiteral("remove_circle_outline");
        shown["ringText"] = QString();
        shown["ringTone"] = QStringLiteral("soft");
    } else if (isRunning || (isFirstOpen && day_ == words.today())) {
        shown["phase"] = QStringLiteral("now");
        shown["actionText"] = isRunning ? tr("Reprendre la visite") : tr("Commencer la visite");
        if (isRunning) {
            const Instant since = draft && *draft ? SaveDraft::read((*draft)->bytes)->begunAt
                                                  : row.at.value_or(words.now());
            const auto minutes = std::chrono::floor<std::chrono::minutes>(words.now() - since);
            shown["stateIcon"] = QStringLiteral("play_circle_filled");
            shown["stateText"] =
                tr("En cours depuis %1").arg(words.duration(std::max(minutes, {})));
            shown["stateTone"] = QStringLiteral("encre");
        }
        isFirstOpen = false;
    }
    return shown;
}

void TodayViewModel::refresh()
{
    RecordQuery query;
    query.kind = workplace_.schema().kind("Visit")->number;
    query.from = workplace_.words().startOf(day_);
    query.until = workplace_.words().endOf(day_);
    const auto rows = workplace_.ledger().records(query);
    std::vector<std::pair<RecordRow, v1::Visit>> visits;
    bool isOneRunning = false;
    for (const RecordRow& row : rows ? *rows : std::vector<RecordRow>{}) {
        const auto visit = workplace_.shown<v1::Visit>(row.id);
        if (!isShownHere(visit)) continue;
        const auto draft = workplace_.device().draft("visit/" + row.id.text());
        isOneRunning = isOneRunning || visit.status() == "EN_COURS" ||
                       (draft && *draft && visit.status() == "PREVUE");
        visits.emplace_back(row, visit);
    }
    bool isFirstOpen = !isOneRunning;
    std::vector<QVariantMap> shown;
    for (const auto& [row, visit] : visits) {
        shown.push_back(rowOf(row, visit, isFirstOpen));
    }
    visits_.show(std::move(shown));
    Q_EMIT changed();
}

}  // namespace liaison
