// SPDX-License-Identifier: GPL-3.0-or-later
#include "mobile/sync/server_link.h"

#ifdef Q_OS_LINUX
#include <linux/sockios.h>
#include <sys/ioctl.h>
#endif

#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <algorithm>

#include "mobile/sync/server_address.h"
#include "shared/base/bytes.h"
#include "shared/base/sha256.h"

namespace liaison {

namespace {

constexpr std::chrono::seconds kReachedWithin{10};
/// A server that many call at once lets a device wait for its turn.
constexpr std::chrono::seconds kHandshakeWithin{60};
constexpr const char* kPeerName = "peer";

QSslConfiguration configurationFor(const DeviceKey& key, ServerLink::Purpose purpose)
{
    QSslConfiguration configuration;
    configuration.setProtocol(QSsl::TlsV1_3OrLater);
    configuration.setPeerVerifyMode(QSslSocket::VerifyPeer);
    configuration.setCaCertificates({});
    configuration.setLocalCertificate(
        QSslCertificate(QByteArray::fromStdString(key.certificatePem()), QSsl::Pem));
    configuration.setPrivateKey(
        QSslKey(QByteArray::fromStdString(key.privateKeyPem()), QSsl::Ec, QSsl::Pem));
    configuration.setAllowedNextProtocols(
        {purpose == ServerLink::Purpose::join ? "liaison-join/1" : "liaison/1"});
    // A resumed session would skip the server's look at our key, and so a revocation.
    configuration.setSslOption(QSsl::SslOptionDisableSessionTickets, true);
    configuration.setSslOption(QSsl::SslOptionDisableSessionSharing, true);
    configuration.setSslOption(QSsl::SslOptionDisableSessionPersistence, true);
    return configuration;
}

std::string pinOf(const QSslCertificate& certificate)
{
    return sha256(certificate.publicKey().toDer().toStdString());
}

/// The server's last word inside TLS, as OpenSSL spells it. In TLS 1.3 it judges our key only after
/// we count as connected, so that this is how an unknown key learns of it.
ErrorCode alertCode(const QString& text)
{
    if (text.contains(QLatin1String("protocol"))) return ErrorCode::protocolVersion;
    if (text.contains(QLatin1String("certificate")) || text.contains(QLatin1String("unknown ca"))) {
        return ErrorCode::revoked;
    }
    return ErrorCode::unreachable;
}

}  // namespace

ServerLink::ServerLink(const DeviceKey& key, const std::vector<std::string>& pins, Purpose purpose,
                       QObject* parent)
    : QObject(parent), pins_(pins), purpose_(purpose)
{
    socket_.setSslConfiguration(configurationFor(key, purpose));
    deadline_.setSingleShot(true);
    connect(&deadline_, &QTimer::timeout, this,
            [this] { close(ErrorCode::timedOut, QStringLiteral("no TLS within its time")); });
    connect(&socket_, &QSslSocket::connected, this, [this] { deadline_.start(kHandshakeWithin); });
    connect(&socket_, &QSslSocket::sslErrors, this, &ServerLink::judgeCertificate,
            Qt::DirectConnection);
    connect(&socket_, &QSslSocket::encrypted, this, &ServerLink::greet);
    connect(&socket_, &QSslSocket::readyRead, this, &ServerLink::read);
    connect(&socket_, &QSslSocket::encryptedBytesWritten, this, [this](qint64 count) {
        writtenBytes_ += static_cast<quint64>(count);
        if (!isClosed_ && unsentBytes() == 0) Q_EMIT drained();
    });
    connect(&socket_, &QSslSocket::errorOccurred, this, &ServerLink::fail);
    connect(&socket_, &QSslSocket::disconnected, this,
            [this] { close(ErrorCode::unreachable, QStringLiteral("the connection was closed")); });
}

ServerLink::~ServerLink()
{
    isClosed_ = true;
    socket_.disconnect(this);
    socket_.abort();
}

void ServerLink::open(const std::string& address)
{
    const auto server = ServerAddress::read(address);
    if (!server) {
        close(ErrorCode::unreachable, QString::fromStdString(server.error().detail));
        return;
    }
    deadline_.start(kReachedWithin);
    socket_.connectToHostEncrypted(QString::fromStdString(server->host), server->port,
                                   QString::fromLatin1(kPeerName));
}

void ServerLink::send(const v1::FromDevice& message)
{
    if (isClosed_) return;
    const std::string frame = writer_.frameOf(message);
    socket_.write(frame.data(), static_cast<qint64>(frame.size()));
}

qint64 ServerLink::unsentBytes() const
{
    return socket_.bytesToWrite() + socket_.encryptedBytesToWrite();
}

quint64 ServerLink::carriedBytes() const
{
    int unconfirmed = 0;
#ifdef Q_OS_LINUX
    if (::ioctl(static_cast<int>(socket_.socketDescriptor()), SIOCOUTQ, &unconfirmed) != 0) {
        unconfirmed = 0;
    }
#endif
    return readBytes_ + writtenBytes_ - static_cast<quint64>(unconfirmed);
}

void ServerLink::close(ErrorCode code, const QString& detail)
{
    if (isClosed_) return;
    isClosed_ = true;
    deadline_.stop();
    socket_.disconnect(this);
    socket_.abort();
    Q_EMIT closed(code, detail);
}

void ServerLink::judgeCertificate(const QList<QSslError>& errors)
{
    const QSslCertificate certificate = socket_.peerCertificate();
    const std::string pin = certificate.isNull() ? std::string() : pinOf(certificate);
    bool isPinned = std::any_of(pins_.begin(), pins_.end(), [&](const std::string& known) {
        return equalInConstantTime(known, pin);
    });
    // Exactly the one oddity that every key without an authority has, and nothing beside it.
    for (const QSslError& error : errors) {
        isPinned = isPinned && error.error() == QSslError::SelfSignedCertificate &&
                   error.certificate() == certificate;
    }
    isMistrusted_ = !isPinned;
    if (isPinned) socket_.ignoreSslErrors(errors);
}

void ServerLink::greet()
{
    if (isClosed_) return;
    const auto pin = pinOf(socket_.peerCertificate());
    const bool isPinned = std::find(pins_.begin(), pins_.end(), pin) != pins_.end();
    const bool isAgreed = socket_.sslConfiguration().nextProtocolNegotiationStatus() ==
                          QSslConfiguration::NextProtocolNegotiationNegotiated;
    if (!isPinned) {
        close(ErrorCode::untrusted, QStringLiteral("the server's key is not the pinned one"));
    } else if (!isAgreed) {
        close(ErrorCode::protocolVersion, QStringLiteral("no protocol in common"));
    } else {
        deadline_.stop();
        Q_EMIT opened();
    }
}

void ServerLink::read()
{
    const QByteArray bytes = socket_.readAll();
    readBytes_ += static_cast<quint64>(bytes.size());
    reader_.feed(bytes.toStdString());
    while (!isClosed_) {
        const auto encoded = reader_.next();
        if (!encoded) {
            return close(encoded.error().code, QString::fromStdString(encoded.error().detail));
        }
        if (!*encoded) return;
        v1::FromCentre message;
        const auto parsed = parseMessage(**encoded, message);
        if (!parsed) {
            return close(parsed.error().code, QString::fromStdString(parsed.error().detail));
        }
        hasHeard_ = true;
        Q_EMIT received(message);
    }
}

void ServerLink::fail(QAbstractSocket::SocketError error)
{
    const QString text = socket_.errorString();
    const bool isTls = error == QAbstractSocket::SslHandshakeFailedError ||
                       error == QAbstractSocket::SslInternalError;
    if (isMistrusted_) return close(ErrorCode::untrusted, text);
    if (isTls && !hasHeard_ && text.contains(QLatin1String("alert"))) {
        return close(alertCode(text), text);
    }
    // What was in the buffer before the line broke has been received.
    read();
    close(ErrorCode::unreachable, text);
}

}  // namespace liaison
