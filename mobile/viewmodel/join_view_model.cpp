// SPDX-License-Identifier: GPL-3.0-or-later
#include "mobile/viewmodel/join_view_model.h"

#include <QSysInfo>

#include "mobile/viewmodel/workplace.h"
#include "shared/trust/pin_lock.h"

namespace liaison {

namespace {

enum Step { codeStep, secretStep, receptionStep };

}  // namespace

JoinViewModel::JoinViewModel(ProfileStore store, const DateWords& words, const Schema& schema,
                             bool mayLeave, QObject* parent)
    : QObject(parent), store_(std::move(store)), words_(words), schema_(schema), mayLeave_(mayLeave)
{
}

JoinViewModel::~JoinViewModel() = default;

void JoinViewModel::setCode(const QString& code)
{
    if (code == code_) return;
    code_ = code;
    readCode();
    Q_EMIT changed();
}

void JoinViewModel::readCode()
{
    invite_.reset();
    problem_.clear();
    if (code_.trimmed().isEmpty()) return;
    auto invite = Invite::parse(code_.toStdString());
    if (invite) {
        invite_ = *std::move(invite);
    } else if (invite.error().code == ErrorCode::protocolVersion) {
        problem_ = tr("Ce code vient d’une version plus récente. Mettez Liaison à jour.");
    } else {
        problem_ = tr("Ce code est incomplet ou mal recopié. Collez-le en entier.");
    }
}

QString JoinViewModel::centre() const
{
    return invite_ ? QString::fromStdString(invite_->centreName) : QString();
}

QString JoinViewModel::invitation() const
{
    if (!invite_) return {};
    const QString name = QString::fromStdString(invite_->memberName);
    const QString until = words_.moment(invite_->expiresAt);
    switch (invite_->role) {
        case v1::ROLE_NURSE:
            return tr("Invitation pour %1, rôle infirmier, valable jusqu’à %2.").arg(name, until);
        case v1::ROLE_AIDE:
            return tr("Invitation pour %1, rôle aide, valable jusqu’à %2.").arg(name, until);
        case v1::ROLE_SUPERVISOR:
            return tr("Invitation pour %1, responsable, valable jusqu’à %2.").arg(name, until);
        default:
            return tr("Invitation pour %1, valable jusqu’à %2.").arg(name, until);
    }
}

void JoinViewModel::setPin(const QString& pin)
{
    if (pin == pin_) return;
    pin_ = pin;
    problem_.clear();
    Q_EMIT changed();
}

void JoinViewModel::setPinAgain(const QString& pin)
{
    if (pin == pinAgain_) return;
    pinAgain_ = pin;
    problem_.clear();
    Q_EMIT changed();
}

QString JoinViewModel::progressText() const
{
    if (!isJoined_) return tr("Le centre est appelé");
    return received_ == 0 ? tr("Le centre vous connaît") : tr("Réception des fiches");
}

QString JoinViewModel::progressAmount() const
{
    const int percent = static_cast<int>(progressShare() * 100);
    return received_ == 0 ? QString() : QStringLiteral("%1\u00a0%").arg(percent);
}

double JoinViewModel::progressShare() const
{
    const auto all = static_cast<double>(received_ + remaining_);
    return all > 0 ? static_cast<double>(received_) / all : 0;
}

bool JoinViewModel::mayGoBack() const
{
    if (step_ == codeStep) return mayLeave_;
    return step_ == secretStep || !problem_.isEmpty();
}

bool JoinViewModel::mayProceed() const
{
    switch (step_) {
        case codeStep:
            return invite_.has_value();
        case secretStep:
            return !pin_.isEmpty() && !pinAgain_.isEmpty();
        default:
            return isJoined_ || !problem_.isEmpty();
    }
}

QString JoinViewModel::actionText() const
{
    switch (step_) {
        case codeStep:
            return tr("Choisir mon code secret");
        case secretStep:
            return tr("Rejoindre le centre");
        default:
            if (isJoined_) return tr("Commencer");
            return problem_.isEmpty() ? QString() : tr("Réessayer");
    }
}

void JoinViewModel::proceed()
{
    if (!mayProceed()) return;
    if (step_ == codeStep) {
        step_ = secretStep;
    } else if (step_ == secretStep) {
        choosePin();
    } else if (isJoined_) {
        Q_EMIT received();
        return;
    } else {
        ask();
    }
    Q_EMIT changed();
}

void JoinViewModel::goBack()
{
    if (!mayGoBack()) return;
    problem_.clear();
    advice_.clear();
    if (step_ == codeStep) {
        Q_EMIT left();
        return;
    }
    step_ = step_ == receptionStep ? secretStep : codeStep;
    request_.reset();
    Q_EMIT changed();
}

void JoinViewModel::choosePin()
{
    if (!validatePin(pin_.toStdString())) {
        problem_ = tr("Choisissez six chiffres au moins, ou une phrase de dix caractères.");
        return;
    }
    if (pin_ != pinAgain_) {
        problem_ = tr("Les deux ne sont pas pareils.");
        return;
    }
    step_ = receptionStep;
    ask();
}

void JoinViewModel::ask()
{
    problem_.clear();
    advice_.clear();
    request_.reset();
    const auto folder = store_.folderFor(*invite_);
    if (!folder) return fail(folder.error().code);
    auto joining = JoiningProfile::begin(*folder, *invite_, pin_.toStdString());
    if (!joining) return fail(joining.error().code);
    request_ = std::make_unique<JoinRequest>(*std::move(joining),
                                             QSysInfo::machineHostName().toStdString(), schema_);
    connect(request_.get(), &JoinRequest::joined, this, [this] {
        isJoined_ = true;
        Q_EMIT joined();
        Q_EMIT changed();
    });
    connect(request_.get(), &JoinRequest::failed, this, [this](ErrorCode code) { fail(code); });
    request_->start();
}

void JoinViewModel::fail(ErrorCode code)
{
    switch (code) {
        case ErrorCode::inviteRefused:
            problem_ = tr("Ce code n’est pas, ou n’est plus, valable.");
            advice_ = tr("Rien n’a été changé. Demandez un nouveau code à votre responsable.");
            break;
        case ErrorCode::unreachable:
        case ErrorCode::timedOut:
        case ErrorCode::stopping:
        case ErrorCode::busy:
            problem_ = tr("Le centre est injoignable.");
            advice_ =
                tr("Vérifiez le réseau, puis réessayez. Votre code reste valable jusqu’à son "
                   "échéance.");
            break;
        case ErrorCode::untrusted:
            problem_ = tr("Ce n’est pas votre centre qui répond.");
            advice_ = tr("Rien n’a été envoyé. Prévenez votre responsable.");
            break;
        default:
            problem_ = tr("Ce téléphone n’a pas pu rejoindre le centre.");
            advice_ = Workplace::sentence({code, {}});
            break;
    }
    Q_EMIT changed();
}

void JoinViewModel::follow(SyncEngine& engine)
{
    connect(&engine, &SyncEngine::progress, this, [this](quint64 received, quint64 remaining) {
        received_ = received;
        remaining_ = remaining;
        Q_EMIT changed();
    });
    connect(&engine, &SyncEngine::settled, this, &JoinViewModel::received);
}

}  // namespace liaison
