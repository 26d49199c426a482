// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QSslSocket>
#include <QTimer>
#include <string>
#include <vector>

#include "liaison/v1/sync.pb.h"
#include "shared/base/result.h"
#include "shared/sync/frame.h"
#include "shared/trust/device_key.h"

namespace liaison {

/// Bytes of one connection to a centre's server: TLS 1.3 on one side, messages on the other.
///
/// The server is trusted when its key is one of the pins and nothing else is odd about its
/// certificate; not a byte of ours leaves before. `closed` is emitted exactly once, and after it
/// nothing more.
class ServerLink : public QObject {
    Q_OBJECT

public:
    /// What the connection is for: a device that the centre knows, or a key that wants to join.
    enum class Purpose { conversation, join };

    ServerLink(const DeviceKey& key, const std::vector<std::string>& pins, Purpose purpose,
               QObject* parent = nullptr);
    ~ServerLink() override;

    /// Connects to HOST:PORT, within ten seconds, and shakes hands, within a minute: a server that
    /// many call at once lets a device wait.
    void open(const std::string& address);
    /// Frames and sends a message; only after `opened`.
    void send(const v1::FromDevice& message);
    /// Bytes handed over and not yet taken by the system.
    qint64 unsentBytes() const;
    /// Bytes that came, and bytes of ours that the other side's system has confirmed: as long as
    /// this grows the line is alive, however slow it is.
    quint64 carriedBytes() const;
    /// The conversation is past the greeting: longer frames may come.
    void allowLongFrames() { reader_.allow(kFrameBytesMax); }
    /// Says goodbye and closes for this reason, without waiting for the other side.
    void close(ErrorCode code, const QString& detail);

Q_SIGNALS:
    /// Encrypted, and the server is the pinned one. Whether it takes us shows in its first message.
    void opened();
    void received(const liaison::v1::FromCentre& message);
    /// What was handed over has left.
    void drained();
    /// `unreachable`, `untrusted`, `revoked`, `protocolVersion`, `timedOut`, `malformed`,
    /// `tooLarge`, or the code that `close` was given.
    void closed(liaison::ErrorCode code, const QString& detail);

private:
    void judgeCertificate(const QList<QSslError>& errors);
    void greet();
    void read();
    void fail(QAbstractSocket::SocketError error);

    QSslSocket socket_;
    QTimer deadline_;
    FrameWriter writer_;
    FrameReader reader_{kFrameBytesMaxGreeting};
    std::vector<std::string> pins_;
    Purpose purpose_;
    quint64 readBytes_ = 0;
    quint64 writtenBytes_ = 0;
    bool isMistrusted_ = false;
    bool hasHeard_ = false;
    bool isClosed_ = false;
};

}  // namespace liaison
