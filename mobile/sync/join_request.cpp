// SPDX-License-Identifier: GPL-3.0-or-later
#include "mobile/sync/join_request.h"

#include "shared/base/ensure.h"

namespace liaison {

namespace {

constexpr std::chrono::seconds kAnswerWithin{15};

/// Another address of the same centre may do better.
bool isAboutTheLine(ErrorCode code)
{
    return code == ErrorCode::unreachable || code == ErrorCode::timedOut ||
           code == ErrorCode::untrusted || code == ErrorCode::stopping;
}

}  // namespace

JoinRequest::JoinRequest(JoiningProfile profile, std::string deviceName, const Schema& schema,
                         QObject* parent)
    : QObject(parent),
      joining_(std::move(profile)),
      deviceName_(std::move(deviceName)),
      schema_(schema)
{
    answer_.setSingleShot(true);
    connect(&answer_, &QTimer::timeout, this, [this] {
        if (link_) link_->close(ErrorCode::timedOut, QStringLiteral("the centre does not answer"));
    });
}

JoinRequest::~JoinRequest() = default;

void JoinRequest::start()
{
    tryNextAddress();
}

Profile JoinRequest::takeProfile()
{
    ensure(profile_.has_value(), "a profile is taken once, after joined");
    Profile profile = std::move(*profile_);
    profile_.reset();
    return profile;
}

void JoinRequest::tryNextAddress()
{
    const Invite& invite = joining_->invite();
    if (address_ >= invite.addresses.size()) {
        fail({ErrorCode::unreachable, "the invite has no address"});
        return;
    }
    link_ = std::make_unique<ServerLink>(joining_->key(), invite.pins, ServerLink::Purpose::join);
    connect(link_.get(), &ServerLink::opened, this, &JoinRequest::ask);
    connect(link_.get(), &ServerLink::received, this, &JoinRequest::take);
    connect(link_.get(), &ServerLink::closed, this, &JoinRequest::lineClosed, Qt::QueuedConnection);
    link_->open(invite.addresses[address_++]);
}

void JoinRequest::ask()
{
    v1::FromDevice message;
    message.mutable_join()->set_invite(joining_->invite().id);
    message.mutable_join()->set_secret(joining_->invite().secret);
    message.mutable_join()->set_device_name(deviceName_);
    link_->send(message);
    answer_.start(kAnswerWithin);
}

void JoinRequest::take(const v1::FromCentre& message)
{
    if (isOver_) return;
    if (message.has_joined()) return finish(message.joined());
    if (message.has_bye()) {
        return link_->close(errorCodeFrom(message.bye().code()),
                            QString::fromStdString(message.bye().detail()));
    }
    if (message.has_wait()) {
        return link_->close(ErrorCode::busy, QStringLiteral("the centre asks to come back later"));
    }
    link_->close(ErrorCode::outOfPlace, QStringLiteral("an answer that belongs elsewhere"));
}

void JoinRequest::finish(const v1::Joined& message)
{
    isOver_ = true;
    answer_.stop();
    auto profile = std::move(*joining_).complete(message, schema_);
    joining_.reset();
    if (!profile) {
        Q_EMIT failed(profile.error().code, QString::fromStdString(profile.error().detail));
        return;
    }
    profile_.emplace(std::move(*profile));
    Q_EMIT joined();
}

void JoinRequest::fail(const Error& error)
{
    isOver_ = true;
    answer_.stop();
    joining_.reset();
    Q_EMIT failed(error.code, QString::fromStdString(error.detail));
}

void JoinRequest::lineClosed(ErrorCode code, const QString& detail)
{
    if (isOver_) return;
    answer_.stop();
    if (link_) link_.release()->deleteLater();
    if (isAboutTheLine(code) && address_ < joining_->invite().addresses.size()) {
        tryNextAddress();
        return;
    }
    fail({code, detail.toStdString()});
}

}  // namespace liaison
