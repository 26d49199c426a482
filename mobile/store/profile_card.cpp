// SPDX-License-Identifier: GPL-3.0-or-later
#include "mobile/store/profile_card.h"

#include <nlohmann/json.hpp>

#include "shared/base/bytes.h"

namespace liaison {

namespace {

using nlohmann::json;

constexpr int kCardVersion = 1;

std::string idText(const RecordId& id)
{
    return id.isNull() ? std::string() : id.text();
}

Result<RecordId> idFrom(const std::string& text)
{
    if (text.empty()) return RecordId{};
    return RecordId::fromText(text);
}

Error damaged(const std::string& why)
{
    return {ErrorCode::damaged, "profile.json: " + why};
}

Result<ProfileCard> cardFrom(const json& file)
{
    if (file.at("version").get<int>() > kCardVersion) {
        return Error{ErrorCode::newerSchema, "profile.json was written by a newer version"};
    }
    ProfileCard card;
    card.isJoined = file.at("joined").get<bool>();
    const auto centre = idFrom(file.at("centre").get<std::string>());
    const auto member = idFrom(file.at("member").get<std::string>());
    const auto invite = fromHex(file.at("invite").get<std::string>());
    if (!centre || !member || !invite) return damaged("an id cannot be read");
    card.centre = *centre;
    card.member = *member;
    card.invite = *invite;
    card.centreName = file.at("centre_name").get<std::string>();
    card.memberName = file.at("member_name").get<std::string>();
    card.role = file.at("role").get<std::string>();
    card.addresses = file.at("addresses").get<std::vector<std::string>>();
    for (const std::string& digits : file.at("pins").get<std::vector<std::string>>()) {
        const auto pin = fromHex(digits);
        if (!pin || pin->size() != 32) return damaged("a pin cannot be read");
        card.pins.push_back(*pin);
    }
    if (card.isJoined && (card.centre.isNull() || card.member.isNull())) {
        return damaged("joined, but to no centre");
    }
    return card;
}

}  // namespace

std::string ProfileCard::json() const
{
    std::vector<std::string> pinDigits;
    for (const std::string& pin : pins) {
        pinDigits.push_back(toHex(pin));
    }
    const nlohmann::json file = {{"version", kCardVersion},
                                 {"joined", isJoined},
                                 {"centre", idText(centre)},
                                 {"centre_name", centreName},
                                 {"member", idText(member)},
                                 {"member_name", memberName},
                                 {"role", role},
                                 {"addresses", addresses},
                                 {"pins", pinDigits},
                                 {"invite", toHex(invite)}};
    return file.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
}

Result<ProfileCard> ProfileCard::read(std::string_view text)
{
    try {
        return cardFrom(nlohmann::json::parse(text));
    } catch (const nlohmann::json::exception& failure) {
        return damaged(failure.what());
    }
}

std::string roleWord(v1::Role role)
{
    switch (role) {
        case v1::ROLE_AIDE:
            return "aide";
        case v1::ROLE_NURSE:
            return "nurse";
        case v1::ROLE_SUPERVISOR:
            return "supervisor";
        default:
            return "none";
    }
}

}  // namespace liaison
