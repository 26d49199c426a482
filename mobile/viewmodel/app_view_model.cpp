// SPDX-License-Identifier: GPL-3.0-or-later
#include "mobile/viewmodel/app_view_model.h"

#include <QCoreApplication>
#include <algorithm>

#include "mobile/viewmodel/contact_words.h"
#include "mobile/viewmodel/person_view_model.h"
#include "mobile/viewmodel/person_words.h"
#include "mobile/viewmodel/record_form.h"
#include "mobile/viewmodel/sync_view_model.h"
#include "mobile/viewmodel/versions_view_model.h"
#include "mobile/viewmodel/visit_view_model.h"

namespace liaison {

AppViewModel::AppViewModel(std::filesystem::path profiles, const Clock& clock, const Schema& schema,
                           QObject* parent)
    : QObject(parent),
      profiles_(std::move(profiles)),
      clock_(clock),
      schema_(schema),
      settings_(AppSettings::in(profiles_)),
      words_(clock, settings_.language)
{
    speak();
    showEntrance();
}

AppViewModel::~AppViewModel() = default;

void AppViewModel::setDark(bool dark)
{
    settings_.dark = dark;
    keepSettings();
}

void AppViewModel::setHighContrast(bool highContrast)
{
    settings_.highContrast = highContrast;
    keepSettings();
}

void AppViewModel::setReducedMotion(bool reduced)
{
    settings_.reducedMotion = reduced;
    keepSettings();
}

void AppViewModel::setTextScale(double scale)
{
    settings_.textScale = std::clamp(scale, 1.0, 2.0);
    keepSettings();
}

void AppViewModel::keepSettings()
{
    const auto kept = settings_.keep(profiles_);
    if (!kept) Q_EMIT failed(Workplace::sentence(kept.error()));
    Q_EMIT looksChanged();
}

void AppViewModel::setLanguage(const QString& language)
{
    if (language == settings_.language) return;
    settings_.language = language == QLatin1String("en") ? language : QStringLiteral("fr");
    keepSettings();
    words_.setLanguage(settings_.language);
    speak();
    Q_EMIT languageChanged();
    if (open_) Q_EMIT open_->workplace().changed();
    Q_EMIT changed();
}

/// French is what the sources say; its translation holds the plurals.
void AppViewModel::speak()
{
    QCoreApplication::removeTranslator(&translator_);
    if (translator_.load(QStringLiteral(":/i18n/liaison_%1.qm").arg(settings_.language))) {
        QCoreApplication::installTranslator(&translator_);
    }
}

int AppViewModel::toHandleCount()
{
    return open_ ? open_->toHandle()->count() : 0;
}

QString AppViewModel::memberName()
{
    if (!open_) return {};
    const auto member = open_->workplace().shown<v1::Member>(open_->workplace().member());
    return member.family_name().empty()
               ? QString::fromStdString(open_->profile().card().memberName)
               : open_->workplace().memberName(open_->workplace().member());
}

QString AppViewModel::memberInitials()
{
    return initials(memberName());
}

QString AppViewModel::contactText()
{
    return open_ ? contactWords(open_->workplace()).contact : QString();
}

QString AppViewModel::waitingText()
{
    if (!open_) return {};
    const ContactWords words = contactWords(open_->workplace());
    return words.waiting + QStringLiteral(", ") + words.contact;
}

QString AppViewModel::aboutText() const
{
    return tr("Liaison %1, licence GPL 3 ou suivante.").arg(QCoreApplication::applicationVersion());
}

/// Who is there, or the first centre of this device.
void AppViewModel::showEntrance()
{
    unlock_ =
        std::make_unique<UnlockViewModel>(ProfileStore(profiles_), settings_, words_, schema_);
    connect(unlock_.get(), &UnlockViewModel::opened, this, [this] {
        take(unlock_->takeProfile());
        showReady();
    });
    if (unlock_->isEmpty() && unlock_->problem().isEmpty()) {
        startJoining();
        return;
    }
    phase_ = QStringLiteral("unlock");
    Q_EMIT phaseChanged();
}

void AppViewModel::startJoining()
{
    const bool mayLeave = unlock_ && !unlock_->isEmpty();
    join_ = std::make_unique<JoinViewModel>(ProfileStore(profiles_), words_, schema_, mayLeave);
    connect(join_.get(), &JoinViewModel::left, this, &AppViewModel::showEntrance,
            Qt::QueuedConnection);
    connect(join_.get(), &JoinViewModel::joined, this, [this] {
        take(join_->takeProfile());
        settings_.entrances[profileName()].pinLength = dotsFor(join_->pin());
        keepSettings();
        join_->follow(open_->engine());
    });
    connect(join_.get(), &JoinViewModel::received, this, &AppViewModel::showReady);
    phase_ = QStringLiteral("join");
    Q_EMIT phaseChanged();
}

void AppViewModel::take(Profile profile)
{
    open_ = std::make_unique<UnlockedProfile>(std::move(profile), clock_, words_);
    connect(open_.get(), &UnlockedProfile::opened, this, &AppViewModel::passOn);
    connect(open_.get(), &UnlockedProfile::personsAsked, this, &AppViewModel::personsAsked);
    connect(open_.get(), &UnlockedProfile::interventionAsked, this,
            &AppViewModel::interventionAsked);
    connect(open_.get(), &UnlockedProfile::closed, this, &AppViewModel::closed);
    connect(open_.get(), &UnlockedProfile::failed, this, &AppViewModel::failed);
    connect(open_->toHandle(), &ToHandleViewModel::changed, this, &AppViewModel::changed);
    connect(&open_->workplace(), &Workplace::changed, this, &AppViewModel::changed);
    connect(&open_->workplace(), &Workplace::contactChanged, this, &AppViewModel::changed);
    open_->start();
}

void AppViewModel::showReady()
{
    if (phase_ == QLatin1String("ready")) return;
    phase_ = QStringLiteral("ready");
    Q_EMIT phaseChanged();
    Q_EMIT changed();
}

bool AppViewModel::enter(const QString& name, const QString& pin)
{
    if (!unlock_ || open_ || (!name.isEmpty() && !unlock_->choose(name))) return false;
    if (!pin.isEmpty()) unlock_->open(pin);
    return pin.isEmpty() || open_ != nullptr;
}

QString AppViewModel::profileName()
{
    return QString::fromStdString(open_->profile().folder().filename().string());
}

void AppViewModel::keepDrafts()
{
    if (open_) Q_EMIT open_->workplace().keepAsked();
}

void AppViewModel::lock()
{
    if (!open_ || phase_ != QLatin1String("ready")) return;
    const auto waiting = open_->workplace().device().waiting();
    const QString name = profileName();
    join_.reset();
    showEntrance();
    unlock_->noteKept(name, waiting ? static_cast<int>(*waiting) : 0);
    // The pages are deleted later by their window: the profile goes behind them.
    open_->engine().stop();
    open_.release()->deleteLater();
}

void AppViewModel::resume()
{
    if (open_) open_->resume();
}

void AppViewModel::openSync()
{
    if (open_) open_->openSync();
}

void AppViewModel::release(QObject* viewModel)
{
    if (open_) open_->release(viewModel);
}

void AppViewModel::passOn(QObject* viewModel)
{
    if (auto* visit = qobject_cast<VisitViewModel*>(viewModel)) Q_EMIT visitOpened(visit);
    if (auto* person = qobject_cast<PersonViewModel*>(viewModel)) Q_EMIT personOpened(person);
    if (auto* versions = qobject_cast<VersionsViewModel*>(viewModel)) {
        Q_EMIT versionsOpened(versions);
    }
    if (auto* form = qobject_cast<RecordForm*>(viewModel)) Q_EMIT formOpened(form);
    if (auto* sync = qobject_cast<SyncViewModel*>(viewModel)) Q_EMIT syncOpened(sync);
}

}  // namespace liaison
