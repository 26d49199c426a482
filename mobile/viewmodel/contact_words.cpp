// SPDX-License-Identifier: GPL-3.0-or-later
#include "mobile/viewmodel/contact_words.h"

#include <QCoreApplication>

namespace liaison {

namespace {

struct Said {
    Q_DECLARE_TR_FUNCTIONS(ContactWords)
};

}  // namespace

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
    if (isOnline) {
        said.contact = Said::tr("centre joint");
    } else if (contact) {
        said.contact = Said::tr("dernier contact %1").arg(workplace.words().shortMoment(*contact));
    } else {
        said.contact = Said::tr("pas encore de contact");
    }
    return said;
}

}  // namespace liaison
