// SPDX-License-Identifier: GPL-3.0-or-later
#include "mobile/viewmodel/sync_view_model.h"

#include <filesystem>

#include "mobile/viewmodel/contact_words.h"
#include "mobile/viewmodel/exchanges.h"

namespace liaison {

namespace {

QString sizeWords(std::uintmax_t bytes, const QLocale& locale)
{
    return locale.formattedDataSize(static_cast<qint64>(bytes), 1, QLocale::DataSizeSIFormat);
}

}  // namespace

SyncViewModel::SyncViewModel(Workplace& workplace, QObject* parent)
    : QObject(parent),
      workplace_(workplace),
      waiting_({"key", "hour", "title", "words", "icon", "tone"}),
      exchanges_({"key", "hour", "title", "words", "icon", "tone"})
{
    connect(&workplace_, &Workplace::changed, this, &SyncViewModel::refresh);
    connect(&workplace_, &Workplace::contactChanged, this, &SyncViewModel::refresh);
    connect(&workplace_.engine(), &SyncEngine::progress, this,
            [this](quint64 received, quint64 remaining) {
                received_ = received;
                remaining_ = remaining;
                Q_EMIT changed();
            });
    refresh();
}

QString SyncViewModel::icon() const
{
    switch (workplace_.engine().state()) {
        case SyncEngine::State::online:
            return workplace_.engine().isSettled() ? QStringLiteral("done_all")
                                                   : QStringLiteral("sync");
        case SyncEngine::State::connecting:
            return QStringLiteral("sync");
        case SyncEngine::State::offline:
            break;
    }
    return QStringLiteral("cloud_off");
}

QString SyncViewModel::waitingText() const
{
    return contactWords(workplace_).waiting;
}

QString SyncViewModel::contactText() const
{
    const auto& contact = workplace_.device().standing().lastContact;
    switch (workplace_.engine().state()) {
        case SyncEngine::State::online:
            return tr("En contact avec le centre");
        case SyncEngine::State::connecting:
            return tr("Appel du centre…");
        case SyncEngine::State::offline:
            break;
    }
    if (!contact) return tr("Hors connexion, pas encore de contact");
    return tr("Hors connexion, dernier contact %1").arg(workplace_.words().moment(*contact));
}

QString SyncViewModel::explanation() const
{
    if (workplace_.engine().state() == SyncEngine::State::online) return {};
    const auto& failure = workplace_.engine().lastFailure();
    if (failure) {
        switch (failure->code) {
            case ErrorCode::revoked:
            case ErrorCode::untrusted:
            case ErrorCode::diskFull:
                return Workplace::sentence(*failure);
            case ErrorCode::protocolVersion:
                return tr(
                    "Liaison doit être mis à jour pour joindre le centre. Tout est gardé "
                    "sur ce téléphone.");
            default:
                break;
        }
    }
    const auto waiting = workplace_.device().waiting();
    if (waiting && *waiting == 0) return {};
    return tr("Tout est gardé sur ce téléphone et partira au retour du réseau.");
}

QString SyncViewModel::clockTitle() const
{
    return clockWords(workplace_).title;
}

QString SyncViewModel::clockText() const
{
    return clockWords(workplace_).words;
}

QString SyncViewModel::receivingText() const
{
    return remaining_ == 0 ? QString() : tr("Réception");
}

QString SyncViewModel::receivingAmount() const
{
    return remaining_ == 0
               ? QString()
               : QStringLiteral("%1\u00a0%").arg(static_cast<int>(receivingShare() * 100));
}

double SyncViewModel::receivingShare() const
{
    const auto all = static_cast<double>(received_ + remaining_);
    return all > 0 ? static_cast<double>(received_) / all : 0;
}

QString SyncViewModel::tryText() const
{
    return workplace_.engine().state() == SyncEngine::State::online ? tr("Échanger maintenant")
                                                                    : tr("Essayer maintenant");
}

QString SyncViewModel::sizeText() const
{
    std::uintmax_t bytes = 0;
    for (const char* name : {"ledger.db", "ledger.db-wal"}) {
        std::error_code failed;
        const auto size = std::filesystem::file_size(workplace_.profile().folder() / name, failed);
        if (!failed) bytes += size;
    }
    return tr("%1 sur ce téléphone").arg(sizeWords(bytes, workplace_.words().locale()));
}

void SyncViewModel::tryNow()
{
    workplace_.engine().wake();
}

void SyncViewModel::refresh()
{
    waiting_.show(waitingSaves(workplace_));
    exchanges_.show(lastExchanges(workplace_));
    Q_EMIT changed();
}

}  // namespace liaison
