// SPDX-License-Identifier: GPL-3.0-or-later
#include "mobile/device/conversation.h"

#include <QEventLoop>
#include <QTimer>

#include "mobile/sync/join_request.h"
#include "mobile/sync/sync_engine.h"

namespace liaison {

namespace {

constexpr std::chrono::seconds kLongest{600};

/// Somebody is waiting, so that attempts follow each other faster than on a phone in a pocket.
SyncPace paceOfATerminal()
{
    SyncPace pace;
    pace.firstBackOff = std::chrono::milliseconds(200);
    pace.longestBackOff = std::chrono::seconds(5);
    return pace;
}

bool isOfThisMachine(ErrorCode code)
{
    return code == ErrorCode::diskFull || code == ErrorCode::io || code == ErrorCode::damaged;
}

}  // namespace

Result<Profile> joinAndWait(JoiningProfile joining, const std::string& deviceName,
                            const Schema& schema)
{
    JoinRequest request(std::move(joining), deviceName, schema);
    QEventLoop loop;
    std::optional<Error> failure;
    QObject::connect(&request, &JoinRequest::joined, &loop, &QEventLoop::quit);
    QObject::connect(&request, &JoinRequest::failed, &loop,
                     [&](ErrorCode code, const QString& detail) {
                         failure = Error{code, detail.toStdString()};
                         loop.quit();
                     });
    QTimer::singleShot(0, &request, &JoinRequest::start);
    loop.exec();
    if (failure) return *failure;
    return request.takeProfile();
}

Result<SyncOutcome> syncAndWait(Profile& profile, const Clock& clock, std::chrono::seconds wait)
{
    SyncEngine engine(profile, clock, paceOfATerminal());
    QEventLoop loop;
    SyncOutcome outcome;
    std::uint64_t before = 0;
    std::optional<Error> failure = Error{ErrorCode::timedOut, ""};
    QObject::connect(&engine, &SyncEngine::progress, &loop,
                     [&](quint64 received, quint64) { outcome.received = before + received; });
    QObject::connect(&engine, &SyncEngine::settled, &loop, [&] {
        failure.reset();
        loop.quit();
    });
    QObject::connect(&engine, &SyncEngine::refusedByCentre, &loop, [&](ErrorCode code) {
        failure = engine.lastFailure().value_or(Error{code, {}});
        loop.quit();
    });
    QObject::connect(&engine, &SyncEngine::failed, &loop,
                     [&](ErrorCode code, const QString& detail) {
                         before = outcome.received;
                         failure = Error{code, detail.toStdString()};
                         if (wait.count() == 0 || isOfThisMachine(code)) loop.quit();
                     });
    QTimer::singleShot(wait.count() == 0 ? kLongest : wait, &loop, &QEventLoop::quit);
    QTimer::singleShot(0, &engine, &SyncEngine::start);
    loop.exec();
    engine.stop();
    if (failure) return *failure;
    return outcome;
}

}  // namespace liaison
