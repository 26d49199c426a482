// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <sstream>
#include <thread>

#include "liaison/v1/control.pb.h"
#include "server/server.h"
#include "shared/sync/device_session.h"
#include "shared/trust/invite.h"
#include "tests/server/tls_client.h"
#include "tests/support/temp_folder.h"

namespace liaison::test {

/// The real server in this process, on a free port of this machine, with one centre.
class RunningServer {
public:
    explicit RunningServer(const Limits& limits = {});
    ~RunningServer();

    std::uint16_t port() const { return server_->port(); }
    std::filesystem::path folder() const { return files_.path() / "server"; }
    /// Asks over the control socket, as the command line does.
    v1::AdminAnswer ask(const v1::AdminRequest& request) const;
    /// An invitation for somebody with this role.
    Invite invite(Role role, const std::string& familyName) const;
    const Invite& supervisorInvite() const { return supervisorInvite_; }
    std::string digest(Role role) const;

    void stop();
    void start();
    /// Lines of the log so far that hold this text.
    std::size_t logged(const std::string& text) const;

private:
    class Lines;

    TempFolder files_;
    Limits limits_;
    SystemClock clock_;
    std::shared_ptr<Lines> lines_;
    std::unique_ptr<Server> server_;
    std::thread thread_;
    Invite supervisorInvite_;
};

/// A phone with the real ledger and session, joined over the wire.
class WirePhone {
public:
    WirePhone(const RunningServer& server, const Invite& invite);

    const DeviceKey& key() const { return key_; }
    DeviceLedger& ledger() { return *ledger_; }
    std::string digest();

    /// Saves a new person, without the network; the record.
    RecordId savePerson(const std::string& familyName);
    /// The family name that this phone shows for a person; empty when it has none.
    std::string familyName(const RecordId& person);

    /// Connects as this device; a session of its own with it.
    void connect();
    void disconnect();
    TlsClient& line() { return *line_; }
    /// Sends everything there is to send, and receives until nothing is left on either side.
    void settle();
    /// Receives one message, from a connection that is settled.
    void receiveOne();
    v1::FromDevice hello();

private:
    void sendAll();

    const RunningServer& server_;
    SystemClock clock_;
    TempFolder files_;
    DeviceKey key_;
    std::optional<DeviceLedger> ledger_;
    std::optional<TlsClient> line_;
    std::optional<DeviceSession> session_;
};

/// What the server answers to `Join` from this key.
v1::FromCentre joinOver(std::uint16_t port, const DeviceKey& key, const Invite& invite);

v1::FromDevice ping(std::uint64_t number);

}  // namespace liaison::test
