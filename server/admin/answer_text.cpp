// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/admin/answer_text.h"

#include <array>
#include <iomanip>
#include <nlohmann/json.hpp>
#include <sstream>

#include "shared/base/id.h"
#include "shared/base/time.h"
#include "shared/trust/qr.h"

namespace liaison {

namespace {

using Json = nlohmann::ordered_json;
using Case = v1::AdminAnswer::AnswerCase;

std::string idText(const std::string& bytes)
{
    const Result<RecordId> id = RecordId::fromBytes(bytes);
    return id ? id->text() : std::string();
}

std::string timeText(std::int64_t milliseconds)
{
    return isoText(Instant(std::chrono::milliseconds(milliseconds)));
}

std::string inviteText(const v1::InviteMade& invite)
{
    std::ostringstream text;
    text << "Invitation to " << invite.centre().name() << " (" << idText(invite.centre().id())
         << ") for " << invite.member_name() << ", " << roleName(invite.role()) << ".\n"
         << "Good for one phone until " << timeText(invite.expires_at()) << ". Phones will call";
    for (const std::string& address : invite.centre().addresses())
        text << ' ' << address;
    text << ".\n\n" << invite.code() << "\n\n";
    if (const Result<QrMatrix> matrix = qrMatrix(invite.code()); matrix)
        text << terminalText(*matrix);
    return text.str();
}

std::string centreText(const v1::CentreLine& centre)
{
    std::string text = idText(centre.id()) + "  " + centre.name();
    for (const std::string& address : centre.addresses())
        text += "  " + address;
    return text + "\n";
}

std::string deviceText(const v1::DeviceLine& device)
{
    std::ostringstream text;
    text << DeviceNumber{device.number()}.text() << "  " << device.member_name() << ", "
         << roleName(device.role()) << "  " << (device.name().empty() ? "-" : device.name())
         << "  last contact "
         << (device.last_contact() == 0 ? "never" : timeText(device.last_contact())) << ", "
         << device.waiting() << " waiting, " << device.last_n() << " received"
         << (device.revoked() ? ", revoked" : "") << "\n";
    return text.str();
}

/// "3.4 MiB"
std::string sizeText(std::uint64_t bytes)
{
    constexpr std::array kUnits = {"bytes", "KiB", "MiB", "GiB", "TiB", "PiB"};
    auto size = static_cast<double>(bytes);
    std::size_t unit = 0;
    for (; size >= 1023.95 && unit + 1 < kUnits.size(); ++unit)
        size /= 1024;
    std::ostringstream text;
    text << std::fixed << std::setprecision(unit == 0 ? 0 : 1) << size << ' ' << kUnits[unit];
    return text.str();
}

std::string statusText(const v1::CentreStatus& status)
{
    const v1::FilesLine& files = status.files();
    std::ostringstream text;
    text << centreText(status.centre()) << "devices: " << status.devices() << "\n"
         << "log: " << status.head() << " entries\n"
         << "files: " << files.count();
    if (files.incomplete() > 0) text << " (" << files.incomplete() << " not complete yet)";
    text << ", " << sizeText(files.bytes()) << " of " << sizeText(files.limit()) << "\n";
    return text.str();
}

Json addressesJson(const v1::CentreLine& centre)
{
    return Json(std::vector<std::string>(centre.addresses().begin(), centre.addresses().end()));
}

Json inviteJson(const v1::InviteMade& invite)
{
    return {{"centre", idText(invite.centre().id())},      {"name", invite.centre().name()},
            {"addresses", addressesJson(invite.centre())}, {"invite", invite.code()},
            {"expires_at", timeText(invite.expires_at())}, {"role", roleName(invite.role())},
            {"member", idText(invite.member())},           {"member_name", invite.member_name()}};
}

Json centresJson(const v1::CentreList& list)
{
    Json centres = Json::array();
    for (const v1::CentreLine& centre : list.centres()) {
        const Json row = {{"centre", idText(centre.id())}, {"name", centre.name()}};
        centres.push_back(row);
    }
    return centres;
}

Json deviceJson(const v1::DeviceLine& device)
{
    const Json contact =
        device.last_contact() == 0 ? Json(nullptr) : Json(timeText(device.last_contact()));
    return {{"number", DeviceNumber{device.number()}.text()},
            {"name", device.name()},
            {"member", idText(device.member())},
            {"member_name", device.member_name()},
            {"role", roleName(device.role())},
            {"joined_at", timeText(device.joined_at())},
            {"last_contact", contact},
            {"app", device.app()},
            {"last_n", device.last_n()},
            {"waiting", device.waiting()},
            {"revoked", device.revoked()}};
}

Json statusJson(const v1::CentreStatus& status)
{
    const v1::FilesLine& files = status.files();
    const Json held = {{"count", files.count()},
                       {"incomplete", files.incomplete()},
                       {"bytes", files.bytes()},
                       {"limit", files.limit()}};
    return {{"centre", idText(status.centre().id())},
            {"name", status.centre().name()},
            {"addresses", addressesJson(status.centre())},
            {"devices", status.devices()},
            {"head", status.head()},
            {"files", held}};
}

Json devicesJson(const v1::DeviceList& list)
{
    Json devices = Json::array();
    for (const v1::DeviceLine& device : list.devices())
        devices.push_back(deviceJson(device));
    return devices;
}

Json answerJson(const v1::AdminAnswer& answer)
{
    switch (answer.answer_case()) {
        case Case::kInviteMade:
            return inviteJson(answer.invite_made());
        case Case::kCentreList:
            return centresJson(answer.centre_list());
        case Case::kDeviceList:
            return devicesJson(answer.device_list());
        case Case::kCentre:
            return {{"centre", idText(answer.centre().id())},
                    {"name", answer.centre().name()},
                    {"addresses", addressesJson(answer.centre())}};
        case Case::kDigest:
            return {{"centre", idText(answer.digest().centre().id())},
                    {"role", roleName(answer.digest().role())},
                    {"digest", answer.digest().digest()},
                    {"head", answer.digest().head()}};
        case Case::kStatus:
            return statusJson(answer.status());
        default:
            return nullptr;
    }
}

}  // namespace

std::string textOf(const v1::AdminAnswer& answer)
{
    std::string text;
    switch (answer.answer_case()) {
        case Case::kInviteMade:
            return inviteText(answer.invite_made());
        case Case::kCentre:
            return centreText(answer.centre());
        case Case::kDigest:
            return answer.digest().digest() + "\n";
        case Case::kStatus:
            return statusText(answer.status());
        case Case::kCentreList:
            for (const auto& centre : answer.centre_list().centres())
                text += centreText(centre);
            return text;
        case Case::kDeviceList:
            for (const auto& device : answer.device_list().devices())
                text += deviceText(device);
            return text;
        default:
            return text;
    }
}

std::string jsonOf(const v1::AdminAnswer& answer)
{
    return answerJson(answer).dump() + "\n";
}

std::string roleName(v1::Role role)
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
