// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>
#include <memory>
#include <optional>
#include <string>

#include "mobile/store/joining_profile.h"
#include "mobile/sync/server_link.h"

namespace liaison {

/// One attempt of a device to become a member's device: asks the centre's addresses in turn, shows
/// the invite's secret to the pinned server and to nobody else, and makes the profile whole.
///
/// Emits `joined` or `failed`, once. Asking again with the same profile folder and invite is
/// harmless: the centre gives the same answer.
class JoinRequest : public QObject {
    Q_OBJECT

public:
    /// `deviceName` is what the centre's list of devices will call this one. `schema` must outlive
    /// the profile that comes out.
    JoinRequest(JoiningProfile profile, std::string deviceName, const Schema& schema,
                QObject* parent = nullptr);
    ~JoinRequest() override;

    void start();
    /// The profile, whole and open; call it once, after `joined`.
    Profile takeProfile();

Q_SIGNALS:
    void joined();
    /// `inviteRefused` (unknown, used, expired or wrong: never said which), `unreachable`,
    /// `untrusted`, `timedOut`, `protocolVersion`, `busy`, or a code of the disk.
    void failed(liaison::ErrorCode code, const QString& detail);

private:
    void tryNextAddress();
    void ask();
    void take(const v1::FromCentre& message);
    void finish(const v1::Joined& joined);
    void fail(const Error& error);
    void lineClosed(ErrorCode code, const QString& detail);

    std::optional<JoiningProfile> joining_;
    std::optional<Profile> profile_;
    std::string deviceName_;
    const Schema& schema_;
    std::unique_ptr<ServerLink> link_;
    QTimer answer_;
    std::size_t address_ = 0;
    bool isOver_ = false;
};

}  // namespace liaison
