// SPDX-License-Identifier: GPL-3.0-or-later
#include "mobile/demo/founding.h"

#include <iostream>

#include "mobile/demo/dice.h"
#include "mobile/demo/staff.h"

namespace liaison::demo {

namespace {

Result<std::string> inviteCode(const Place& place, const std::string& address,
                               const StaffMember& member, bool isFirst)
{
    const auto answer = isFirst ? askServer(place, {"centre", "add", kCentreName, "--address",
                                                    address, "--supervisor", member.fullName()})
                                : askServer(place, {"invite", kCentreName, "--role", member.role,
                                                    "--name", member.fullName()});
    if (!answer) return answer.error();
    return answer->at("invite").get<std::string>();
}

/// What the invite did not say of a member.
json detailsOf(const StaffMember& member, Dice& dice)
{
    std::string digits = std::to_string(dice.between(1000, 9999));
    json details = {{"function", member.function},
                    {"organisation", kCentreName},
                    {"phone", "06 39 98 " + digits.substr(0, 2) + " " + digits.substr(2)}};
    details["email"] = member.folder + "@les-tilleuls.example";
    return details;
}

Result<Done> completeMembers(const Place& place)
{
    const DevicePhone sophie(place, staff()[kSophie]);
    const auto members = sophie.records("Member");
    if (!members) return members.error();
    Dice dice(7);
    for (const json& record : *members) {
        const std::string familyName = record.at("fields").at("family_name").at("shown");
        for (const StaffMember& member : staff()) {
            if (member.familyName != familyName) continue;
            const json change = {{"kind", "Member"},
                                 {"record", record.at("record")},
                                 {"set", detailsOf(member, dice)}};
            if (auto saved = sophie.save(json::array({change})); !saved) return saved.error();
        }
    }
    return done();
}

Result<Done> syncOne(const Place& place, std::size_t member)
{
    const auto synced = DevicePhone(place, staff()[member]).sync();
    if (!synced) return synced.error();
    if (synced->at("refused") != 0) {
        return Error{ErrorCode::notAllowed,
                     "the centre refused edits of " + staff()[member].fullName()};
    }
    std::cout << "  " << staff()[member].fullName() << " : " << synced->at("received")
              << " écritures reçues\n"
              << std::flush;
    return done();
}

}  // namespace

Result<Done> foundCentre(const Place& place, const std::string& address)
{
    for (const StaffMember& member : staff()) {
        const bool isFirst = &member == &staff().front();
        const auto code = inviteCode(place, address, member, isFirst);
        if (!code) return code.error();
        const auto joined =
            DevicePhone(place, member).ask({"join", "-", "--device-name", member.device}, *code);
        if (!joined) return joined.error();
        std::cout << "  " << member.fullName() << " a rejoint " << kCentreName << " ("
                  << member.device << ")\n"
                  << std::flush;
    }
    return done();
}

Result<Done> exchange(const Place& place)
{
    std::vector<std::size_t> order = {kSophie};
    for (std::size_t i = 0; i < staff().size(); ++i) {
        if (i != kSophie && i != kBenedicte) order.push_back(i);
    }
    order.insert(order.end(), {kBenedicte, kSophie});
    for (const std::size_t member : order) {
        if (auto synced = syncOne(place, member); !synced) return synced;
    }
    if (auto completed = completeMembers(place); !completed) return completed;
    for (const std::size_t member : {kSophie, kClaire, kNadia}) {
        if (auto synced = syncOne(place, member); !synced) return synced;
    }
    return done();
}

}  // namespace liaison::demo
