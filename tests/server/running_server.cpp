// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/running_server.h"

#include <gtest/gtest.h>
#include <spdlog/sinks/base_sink.h>

#include <algorithm>
#include <mutex>

#include "liaison/v1/care.pb.h"
#include "server/admin/control_link.h"
#include "shared/record/reading.h"

namespace liaison::test {

/// Keeps what is logged.
class RunningServer::Lines : public spdlog::sinks::base_sink<std::mutex> {
public:
    std::size_t count(const std::string& text)
    {
        const std::lock_guard lock(mutex_);
        return static_cast<std::size_t>(std::count_if(
            lines_.begin(), lines_.end(),
            [&text](const std::string& line) { return line.find(text) != std::string::npos; }));
    }

protected:
    void sink_it_(const spdlog::details::log_msg& message) override
    {
        lines_.emplace_back(message.payload.begin(), message.payload.end());
    }
    void flush_() override {}

private:
    std::vector<std::string> lines_;
};

RunningServer::RunningServer(const Limits& limits)
    : limits_(limits), lines_(std::make_shared<Lines>())
{
    start();
    v1::AdminRequest request;
    request.mutable_add_centre()->set_name("CRT Les Tilleuls");
    request.mutable_add_centre()->add_addresses("127.0.0.1:" + std::to_string(port()));
    request.mutable_add_centre()->mutable_supervisor()->set_family_name("Responsable");
    request.mutable_add_centre()->set_valid_minutes(15);
    supervisorInvite_ = *Invite::parse(ask(request).invite_made().code());
}

RunningServer::~RunningServer()
{
    stop();
}

void RunningServer::start()
{
    ServerSettings settings;
    settings.folder = folder();
    settings.listen = "127.0.0.1:0";
    settings.limits = limits_;
    auto log = std::make_shared<spdlog::logger>("test", lines_);
    Result<std::unique_ptr<Server>> server = Server::open(settings, clock_, log);
    if (!server) throw std::runtime_error("no server: " + server.error().detail);
    server_ = *std::move(server);
    thread_ = std::thread([this] { server_->run(); });
}

void RunningServer::stop()
{
    if (!server_) return;
    server_->stop();
    thread_.join();
    server_.reset();
}

v1::AdminAnswer RunningServer::ask(const v1::AdminRequest& request) const
{
    const auto answer = askRunningServer(folder(), request);
    if (!answer || !*answer) throw std::runtime_error("no answer over the control socket");
    return **answer;
}

Invite RunningServer::invite(Role role, const std::string& familyName) const
{
    v1::AdminRequest request;
    request.mutable_make_invite()->set_centre("CRT Les Tilleuls");
    request.mutable_make_invite()->set_role(role);
    request.mutable_make_invite()->mutable_member()->set_family_name(familyName);
    request.mutable_make_invite()->set_valid_minutes(15);
    return *Invite::parse(ask(request).invite_made().code());
}

std::string RunningServer::digest(Role role) const
{
    v1::AdminRequest request;
    request.mutable_ask_digest()->set_centre("CRT Les Tilleuls");
    request.mutable_ask_digest()->set_role(role);
    return ask(request).digest().digest();
}

std::size_t RunningServer::logged(const std::string& text) const
{
    return lines_->count(text);
}

v1::FromCentre joinOver(std::uint16_t port, const DeviceKey& key, const Invite& invite)
{
    TlsClient line(port, {.key = &key, .alpn = "liaison-join/1"});
    v1::FromDevice message;
    message.mutable_join()->set_invite(invite.id);
    message.mutable_join()->set_secret(invite.secret);
    message.mutable_join()->set_device_name("a phone");
    line.send(message);
    return line.receive().value_or(v1::FromCentre());
}

v1::FromDevice ping(std::uint64_t number)
{
    v1::FromDevice message;
    message.mutable_ping()->set_number(number);
    return message;
}

WirePhone::WirePhone(const RunningServer& server, const Invite& invite)
    : server_(server), key_(*DeviceKey::make())
{
    const v1::FromCentre answer = joinOver(server.port(), key_, invite);
    if (!answer.has_joined()) throw std::runtime_error("not joined");
    const v1::Joined& joined = answer.joined();
    Result<DeviceLedger> ledger =
        DeviceLedger::open(files_.file("ledger.db"), StoreKey::make(), Schema::care());
    if (!ledger) throw std::runtime_error("no ledger");
    ledger_.emplace(*std::move(ledger));
    const auto founded =
        ledger_->found(key_.number(), *RecordId::fromBytes(joined.centre()),
                       *RecordId::fromBytes(joined.member()), joined.unlock_token());
    EXPECT_TRUE(founded);
}

std::string WirePhone::digest()
{
    return *ledger_->ledger().digest(ledger_->standing().role);
}

RecordId WirePhone::savePerson(const std::string& familyName)
{
    const RecordId record = RecordId::make(clock_.now());
    v1::Person person;
    person.set_family_name(familyName);
    v1::Change change;
    change.set_record(record.bytes());
    change.set_kind(Schema::care().kind("Person")->number);
    change.set_patch(person.SerializeAsString());
    const auto saved = ledger_->save({change}, clock_.now());
    EXPECT_TRUE(saved) << name(saved.error().code) << " " << saved.error().detail;
    return record;
}

std::string WirePhone::familyName(const RecordId& person)
{
    const auto state = ledger_->ledger().record(person);
    if (!state || !*state) return {};
    v1::Person shown;
    EXPECT_TRUE(shown.ParseFromString(RecordReading(**state).shownMessage()));
    return shown.family_name();
}

void WirePhone::connect()
{
    session_.reset();
    line_.emplace(server_.port(), Offer{.key = &key_});
    session_.emplace(*ledger_, "test");
}

void WirePhone::disconnect()
{
    session_.reset();
    line_.reset();
}

v1::FromDevice WirePhone::hello()
{
    DeviceSession session(*ledger_, "test");
    return **session.next(clock_.now());
}

void WirePhone::sendAll()
{
    while (true) {
        const auto message = session_->next(clock_.now());
        ASSERT_TRUE(message);
        if (!*message) return;
        ASSERT_TRUE(line_->send(**message)) << line_->reason();
    }
}

void WirePhone::receiveOne()
{
    const auto message = line_->receive();
    ASSERT_TRUE(message) << line_->reason();
    const auto received = session_->receive(*message, clock_.now());
    ASSERT_TRUE(received) << name(received.error().code) << " " << received.error().detail;
}

void WirePhone::settle()
{
    sendAll();
    while (!session_->isSettled() && !testing::Test::HasFatalFailure()) {
        receiveOne();
        sendAll();
    }
}

}  // namespace liaison::test
