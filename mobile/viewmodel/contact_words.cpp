// SPDX-License-Identifier: GPL-3.0-or-later
#include "mobile/viewmodel/contact_words.h"

#include <QCoreApplication>

namespace liaison {

namespace {

struct Said {
    Q_DECLARE_TR_FUNCTIONS(ContactWords)
};

QString durationWords(std::chrono::milliseconds duration)
{
    const auto minutes = std::chrono::duration_cast<std::chrono::minutes>(duration).count();
    const auto count = [](std::int64_t value) { return static_cast<int>(value); };
    if (minutes < 120) return Said::tr("%n minute(s)", nullptr, count(minutes));
    if (minutes < 48 * 60) return Said::tr("%n heure(s)", nullptr, count(minutes / 60));
    return Said::tr("%n jour(s)", nullptr, count(minutes / (24 * 60)));
}

}  // namespace

ClockWords clockWords(Workplace& workplace)
{
    const DeviceStanding& standing = workplace.device().standing();
    if (!standing.isClockOff()) return {};
    const QString by = durationWords(std::chrono::abs(standing.clockOffset));
    const bool isAhead = standing.clockOffset.count() < 0;
    return {isAhead ? Said::tr("Ce téléphone avance de %1").arg(by)
                    : Said::tr("Ce téléphone retarde de %1").arg(by),
            Said::tr("Rien n’est perdu. Les heures proposées sont celles de ce téléphone : "
                     "réglez son heure.")};
}

ContactWords contactWords(Workplace& workplace)
{
    const auto waiting = workplace.device().waiting();
    const auto& contact = workplace.device().standing().lastContact;
    const bool isOnline = workplace.engine().state() == SyncEngine::State::online;
    ContactWords said;
    said.waiting = waiting && *waiting > 0
                       ? Said::tr("%n à envoyer", nullptr, static_cast<int>(*waiting))
                       : Said::tr("Rien à envoyer");
    said.icon = waiting && *waiting > 0 ? QStringLiteral("smartphone")
                : isOnline              ? QStringLiteral("done_all")
                                        : QStringLiteral("cloud_off");
    if (workplace.device().standing().isClockOff()) {
        said.contact = Said::tr("heure du téléphone à régler");
    } else if (isOnline) {
        said.contact = Said::tr("centre joint");
    } else if (contact) {
        said.contact = Said::tr("dernier contact %1").arg(workplace.words().shortMoment(*contact));
    } else {
        said.contact = Said::tr("pas encore de contact");
    }
    return said;
}

}  // namespace liaison
