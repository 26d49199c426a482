// SPDX-License-Identifier: GPL-3.0-or-later
#include "mobile/viewmodel/contact_words.h"

#include <QCoreApplication>

namespace liaison {

namespace {

QString words(const char* text, int count = -1)
{
    return QCoreApplication::translate("ContactWords", text, nullptr, count);
}

}  // namespace

ContactWords contactWords(Workplace& workplace)
{
    const auto waiting = workplace.device().waiting();
    const auto& contact = workplace.device().standing().lastContact;
    const bool isOnline = workplace.engine().state() == SyncEngine::State::online;
    ContactWords said;
    said.waiting = waiting && *waiting > 0 ? words("%n à envoyer", static_cast<int>(*waiting))
                                           : words("Tout est reçu par le centre");
    said.icon = waiting && *waiting > 0 ? QStringLiteral("smartphone")
                : isOnline              ? QStringLiteral("done_all")
                                        : QStringLiteral("cloud_off");
    if (isOnline) {
        said.contact = words("centre joint");
    } else if (contact) {
        said.contact = words("dernier contact %1").arg(workplace.words().shortMoment(*contact));
    } else {
        said.contact = words("pas encore de contact");
    }
    return said;
}

}  // namespace liaison
