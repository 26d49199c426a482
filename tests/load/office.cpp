// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/load/office.h"

#include <stdexcept>

#include "server/admin/control_link.h"
#include "tests/load/crowd.h"

namespace liaison::load {

namespace {

constexpr std::chrono::seconds kPatience{120};
constexpr std::uint32_t kInviteMinutes = 120;

double seconds(std::chrono::steady_clock::duration duration)
{
    return std::chrono::duration<double>(duration).count();
}

/// An address of 127.1.0.0/16: the server counts connections by address.
std::uint32_t sourceAddress(std::uint32_t number)
{
    constexpr std::uint32_t kHosts = 250;
    constexpr std::uint32_t kBase = 127U << 24 | 1U << 16;
    return kBase | (number / kHosts % kHosts) << 8 | (1 + number % kHosts);
}

/// Asks to be taken in, and is settled when it is.
class Joiner : public Caller {
public:
    Joiner(const Papers& papers, const Route& joinRoute, const Invite& invite)
        : Caller(papers, joinRoute), invite_(invite)
    {
    }

    bool isSettled() const override { return joined_.has_value(); }
    const v1::Joined& joined() const { return *joined_; }

protected:
    void beginAnew() override { hasAsked_ = false; }
    bool mayEnd() const override { return isSettled(); }
    Result<Done> take(const v1::FromCentre& message) override
    {
        if (!message.has_joined()) return Error{ErrorCode::outOfPlace, "no answer to Join"};
        joined_ = message.joined();
        return done();
    }
    Result<std::optional<v1::FromDevice>> nextMessage() override
    {
        if (std::exchange(hasAsked_, true)) return std::optional<v1::FromDevice>{};
        v1::FromDevice message;
        message.mutable_join()->set_invite(invite_.id);
        message.mutable_join()->set_secret(invite_.secret);
        message.mutable_join()->set_device_name("téléphone");
        return std::optional(std::move(message));
    }

private:
    const Invite& invite_;
    bool hasAsked_ = false;
    std::optional<v1::Joined> joined_;
};

}  // namespace

v1::AdminAnswer Office::ask(const v1::AdminRequest& request) const
{
    const auto answer = askRunningServer(folder_, request);
    if (!answer) throw std::runtime_error("the server does not answer: " + answer.error().detail);
    if (!*answer) throw std::runtime_error("no server runs on " + folder_.string());
    if ((*answer)->has_failure()) throw std::runtime_error((*answer)->failure().detail());
    return **answer;
}

Invite Office::addCentre(const std::string& name) const
{
    v1::AdminRequest request;
    request.mutable_add_centre()->set_name(name);
    request.mutable_add_centre()->add_addresses("127.0.0.1:1");
    request.mutable_add_centre()->mutable_supervisor()->set_family_name("Responsable");
    request.mutable_add_centre()->set_valid_minutes(kInviteMinutes);
    return *Invite::parse(ask(request).invite_made().code());
}

Invite Office::invite(const std::string& centre, Role role, const std::string& familyName) const
{
    v1::AdminRequest request;
    request.mutable_make_invite()->set_centre(centre);
    request.mutable_make_invite()->set_role(role);
    request.mutable_make_invite()->mutable_member()->set_family_name(familyName);
    request.mutable_make_invite()->set_valid_minutes(kInviteMinutes);
    return *Invite::parse(ask(request).invite_made().code());
}

std::string Office::digest(const std::string& centre, Role role) const
{
    v1::AdminRequest request;
    request.mutable_ask_digest()->set_centre(centre);
    request.mutable_ask_digest()->set_role(role);
    return ask(request).digest().digest();
}

Enrolment enrol(const std::vector<Invite>& invites, std::uint16_t port, std::uint32_t firstAddress)
{
    Enrolment enrolment;
    std::vector<std::unique_ptr<Joiner>> joiners;
    for (const Invite& invite : invites) {
        const auto key = DeviceKey::make();
        if (!key) throw std::runtime_error("no key: " + key.error().detail);
        const auto number = static_cast<std::uint32_t>(enrolment.devices.size());
        Route route{port, sourceAddress(firstAddress + number), invite.pins.at(0)};
        enrolment.devices.push_back(
            std::make_unique<Enrolled>(Enrolled{*key, Papers(*key), route, {}}));
        route.purpose = "liaison-join/1";
        joiners.push_back(
            std::make_unique<Joiner>(enrolment.devices.back()->papers, route, invite));
    }
    Crowd crowd;
    const auto began = std::chrono::steady_clock::now();
    for (const auto& joiner : joiners) {
        crowd.dial(*joiner);
    }
    const bool isInTime = crowd.settle(kPatience);
    if (const auto fault = crowd.fault()) throw std::runtime_error("a join: " + fault->detail);
    if (!isInTime) throw std::runtime_error("joining takes too long");
    enrolment.wallSeconds = seconds(std::chrono::steady_clock::now() - began);
    for (std::size_t i = 0; i < joiners.size(); ++i) {
        enrolment.devices[i]->joined = joiners[i]->joined();
        enrolment.joinSeconds.push_back(seconds(joiners[i]->settledAt() - joiners[i]->dialledAt()));
        enrolment.traffic = enrolment.traffic + joiners[i]->traffic();
    }
    return enrolment;
}

}  // namespace liaison::load
