// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/admin/request_check.h"

#include <algorithm>

#include "liaison/v1/care.pb.h"
#include "shared/base/bytes.h"
#include "shared/record/validate.h"
#include "shared/trust/invite.h"

namespace liaison {

namespace {

constexpr std::size_t kNameBytesMax = 200;
constexpr std::uint64_t kFilesBytesMax = std::uint64_t{1} << 50;
constexpr std::uint32_t kValidMinutesMax = 7 * 24 * 60;

Result<Done> checkName(const std::string& name)
{
    const bool isPlain = std::none_of(name.begin(), name.end(), [](char c) {
        return static_cast<unsigned char>(c) < ' ' || c == '\x7f';
    });
    if (name.empty() || name.size() > kNameBytesMax || !isPlain || !isUtf8(name))
        return Error{ErrorCode::outOfRange, "a name has 1 to 200 bytes of plain text"};
    return done();
}

template <typename Addresses>
Result<Done> checkAddresses(const Addresses& addresses)
{
    if (addresses.empty() || static_cast<std::size_t>(addresses.size()) > kInviteAddressesMax)
        return Error{ErrorCode::outOfRange, "a centre has 1 to 8 addresses"};
    for (const std::string& address : addresses) {
        if (!isInviteAddress(address))
            return Error{ErrorCode::outOfRange, "not an address HOST:PORT: " + address};
    }
    return done();
}

Result<Done> checkMember(const v1::NewMember& member, Role role)
{
    if (!v1::Role_IsValid(role) || role == v1::ROLE_UNSPECIFIED)
        return Error{ErrorCode::outOfRange, "a member is an aide, a nurse or a supervisor"};
    if (Result<Done> named = checkName(member.family_name()); !named) return named;
    v1::Member record;
    record.set_family_name(member.family_name());
    if (!member.given_name().empty()) {
        if (Result<Done> named = checkName(member.given_name()); !named) return named;
        record.set_given_name(member.given_name());
    }
    if (member.given_name().size() + 1 + member.family_name().size() > kInviteNameBytesMax)
        return Error{ErrorCode::outOfRange, "a given and a family name have at most 399 bytes"};
    const KindSchema* kind = Schema::care().kind("Member");
    ensure(kind != nullptr, "care.proto has no Member");
    return validatePatch(*kind, record.SerializeAsString(), {});
}

Result<Done> checkMinutes(std::uint32_t minutes)
{
    if (minutes == 0 || minutes > kValidMinutesMax)
        return Error{ErrorCode::outOfRange, "an invite is valid for 1 minute to 7 days"};
    return done();
}

Result<Done> checkFilesLimit(std::uint64_t bytes)
{
    if (bytes > kFilesBytesMax)
        return Error{ErrorCode::outOfRange, "the files of a centre take 1 PiB at most"};
    return done();
}

Result<Done> checkNewCentre(const v1::AddCentre& request)
{
    Result<Done> checked = checkName(request.name());
    if (checked) checked = checkAddresses(request.addresses());
    if (checked) checked = checkMember(request.supervisor(), v1::ROLE_SUPERVISOR);
    if (checked) checked = checkMinutes(request.valid_minutes());
    return checked;
}

}  // namespace

Result<Done> checkRequest(const v1::AdminRequest& request)
{
    using Case = v1::AdminRequest::CommandCase;
    Result<Done> checked = done();
    switch (request.command_case()) {
        case Case::kAddCentre:
            return checkNewCentre(request.add_centre());
        case Case::kSetAddresses:
            checked = checkName(request.set_addresses().centre());
            return checked ? checkAddresses(request.set_addresses().addresses()) : checked;
        case Case::kMakeInvite:
            checked = checkName(request.make_invite().centre());
            if (checked)
                checked = checkMember(request.make_invite().member(), request.make_invite().role());
            return checked ? checkMinutes(request.make_invite().valid_minutes()) : checked;
        case Case::kListDevices:
            return checkName(request.list_devices().centre());
        case Case::kAskDigest:
            return checkName(request.ask_digest().centre());
        case Case::kAskStatus:
            return checkName(request.ask_status().centre());
        case Case::kSetFilesLimit:
            checked = checkName(request.set_files_limit().centre());
            return checked ? checkFilesLimit(request.set_files_limit().bytes()) : checked;
        default:
            return checked;
    }
}

}  // namespace liaison
