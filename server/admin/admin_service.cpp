// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/admin/admin_service.h"

#include <filesystem>

#include "server/admin/centre_report.h"
#include "server/admin/request_check.h"
#include "shared/base/sha256.h"
#include "shared/record/schema.h"
#include "shared/sync/join_session.h"
#include "shared/trust/invite.h"

namespace liaison {

namespace {

CentreStanding newStanding(const v1::AddCentre& request, Instant now)
{
    CentreStanding standing;
    standing.id = RecordId::make(now);
    standing.name = request.name();
    standing.addresses.assign(request.addresses().begin(), request.addresses().end());
    standing.number = DeviceNumber::ofKey(sha256("centre" + standing.id.bytes()));
    return standing;
}

struct InviteOrder {
    Role role;
    const v1::NewMember& member;
    std::uint32_t validMinutes;
};

/// Writes an invite into the centre's ledger; returns its id beside the answer, for `server.db`.
Result<std::pair<std::string, v1::InviteMade>> inviteInto(CentreLedger& centre,
                                                          const InviteOrder& order,
                                                          const ServerFolder& folder, Instant now)
{
    // Whole seconds, as the code carries it.
    const Instant expiresAt =
        std::chrono::floor<std::chrono::seconds>(now) + std::chrono::minutes(order.validMinutes);
    Invite code;
    code.addresses = centre.standing().addresses;
    code.pins = folder.pins();
    code.expiresAt = expiresAt;
    code.centreName = centre.standing().name;
    code.role = order.role;
    const std::string& given = order.member.given_name();
    code.memberName = given + (given.empty() ? "" : " ") + order.member.family_name();
    // Nobody is made a member by an invite that no code could carry.
    code.id = code.secret = std::string(16, '\0');
    if (const Result<std::string> tried = code.encode(); !tried) return tried.error();
    const Result<MadeInvite> made =
        invite(centre, order.role, order.member.family_name(), given, now, expiresAt);
    if (!made) return made.error();
    code.id = made->stored.id;
    code.secret = made->secret;
    const Result<std::string> text = code.encode();
    if (!text) return text.error();
    v1::InviteMade answer;
    *answer.mutable_centre() = centreLine(centre.standing());
    answer.set_code(*text);
    answer.set_expires_at(expiresAt.time_since_epoch().count());
    answer.set_role(order.role);
    answer.set_member_name(code.memberName);
    answer.set_member(made->stored.member.bytes());
    return std::pair(made->stored.id, std::move(answer));
}

/// Puts one alternative of the answer's oneof in place.
template <typename Message>
v1::AdminAnswer answerOf(Message* (v1::AdminAnswer::*part)(), Message message)
{
    v1::AdminAnswer answer;
    (answer.*part)()->Swap(&message);
    return answer;
}

Result<v1::AdminAnswer> statusAnswer(CentreLedger& centre)
{
    Result<v1::CentreStatus> status = statusOf(centre);
    if (!status) return status.error();
    return answerOf(&v1::AdminAnswer::mutable_status, *std::move(status));
}

}  // namespace

AdminService::AdminService(const ServerFolder& folder, ServerStore& store, const Clock& clock,
                           std::shared_ptr<spdlog::logger> log)
    : folder_(folder), store_(store), clock_(clock), log_(std::move(log))
{
}

Result<std::optional<RecordId>> AdminService::centreOf(const v1::AdminRequest& request) const
{
    using Case = v1::AdminRequest::CommandCase;
    if (Result<Done> checked = checkRequest(request); !checked) return checked.error();
    const auto found = [this](const std::string& idOrName) -> Result<std::optional<RecordId>> {
        const Result<RecordId> id = store_.centre(idOrName);
        if (!id) return id.error();
        return std::optional(*id);
    };
    switch (request.command_case()) {
        case Case::kSetAddresses:
            return found(request.set_addresses().centre());
        case Case::kMakeInvite:
            return found(request.make_invite().centre());
        case Case::kListDevices:
            return found(request.list_devices().centre());
        case Case::kAskDigest:
            return found(request.ask_digest().centre());
        case Case::kAskStatus:
            return found(request.ask_status().centre());
        case Case::kSetFilesLimit:
            return found(request.set_files_limit().centre());
        default:
            return std::optional<RecordId>();
    }
}

v1::AdminAnswer AdminService::answer(const v1::AdminRequest& request)
{
    if (request.has_list_centres()) return listCentres();
    if (!request.has_add_centre())
        return failure({ErrorCode::usage, "a command that this version does not know"});
    const Result<v1::AdminAnswer> added = addCentre(request.add_centre());
    return added ? *added : failure(added.error());
}

v1::AdminAnswer AdminService::answer(const v1::AdminRequest& request, CentreLedger& centre)
{
    using Case = v1::AdminRequest::CommandCase;
    using Answer = v1::AdminAnswer;
    Result<Answer> answer = Error{ErrorCode::usage, "a command that this version does not know"};
    if (request.command_case() == Case::kSetAddresses) {
        answer = setAddresses(request.set_addresses(), centre);
    } else if (request.command_case() == Case::kMakeInvite) {
        answer = makeInvite(request.make_invite(), centre);
    } else if (request.command_case() == Case::kListDevices) {
        const Result<v1::DeviceList> list = deviceList(centre);
        if (!list) return failure(list.error());
        answer = answerOf(&Answer::mutable_device_list, *list);
    } else if (request.command_case() == Case::kAskDigest) {
        const Result<v1::Digest> digest = digestOf(centre, request.ask_digest().role());
        if (!digest) return failure(digest.error());
        answer = answerOf(&Answer::mutable_digest, *digest);
    } else if (request.command_case() == Case::kAskStatus) {
        answer = statusAnswer(centre);
    } else if (request.command_case() == Case::kSetFilesLimit) {
        answer = setFilesLimit(request.set_files_limit(), centre);
    }
    return answer ? *answer : failure(answer.error());
}

Result<v1::AdminAnswer> AdminService::addCentre(const v1::AddCentre& request)
{
    const Result<RecordId> same = store_.centre(request.name());
    if (same || same.error().code == ErrorCode::ambiguous)
        return Error{ErrorCode::alreadyThere, "a centre named " + request.name()};
    const Instant now = clock_.now();
    const CentreStanding standing = newStanding(request, now);
    const std::filesystem::path file = folder_.centreFile(standing.id);
    const InviteOrder order{v1::ROLE_SUPERVISOR, request.supervisor(), request.valid_minutes()};
    Result<std::pair<std::string, v1::InviteMade>> made = Error{ErrorCode::io, ""};
    {
        Result<CentreLedger> centre =
            CentreLedger::create(file, folder_.storeKey(), Schema::care(), standing);
        made = centre ? inviteInto(*centre, order, folder_, now) : centre.error();
    }
    if (!made) {
        // A centre that nobody was invited to has nothing that could be lost.
        std::error_code ignored;
        for (const char* suffix : {"", "-wal"})
            std::filesystem::remove(file.string() + suffix, ignored);
        return made.error();
    }
    note(store_.addCentre(standing.id, standing.name));
    note(store_.addInvite(made->first, standing.id));
    return answerOf(&v1::AdminAnswer::mutable_invite_made, std::move(made->second));
}

v1::AdminAnswer AdminService::listCentres() const
{
    v1::CentreList list;
    for (const auto& [id, name] : store_.centres()) {
        v1::CentreLine& line = *list.add_centres();
        line.set_id(id.bytes());
        line.set_name(name);
    }
    return answerOf(&v1::AdminAnswer::mutable_centre_list, std::move(list));
}

Result<v1::AdminAnswer> AdminService::setAddresses(const v1::SetAddresses& request,
                                                   CentreLedger& centre)
{
    const std::vector<std::string> addresses(request.addresses().begin(),
                                             request.addresses().end());
    if (Result<Done> kept = centre.setAddresses(addresses); !kept) return kept.error();
    return answerOf(&v1::AdminAnswer::mutable_centre, centreLine(centre.standing()));
}

Result<v1::AdminAnswer> AdminService::setFilesLimit(const v1::SetFilesLimit& request,
                                                    CentreLedger& centre)
{
    if (Result<Done> kept = centre.setFilesLimit(request.bytes()); !kept) return kept.error();
    return statusAnswer(centre);
}

Result<v1::AdminAnswer> AdminService::makeInvite(const v1::MakeInvite& request,
                                                 CentreLedger& centre)
{
    const InviteOrder order{request.role(), request.member(), request.valid_minutes()};
    Result<std::pair<std::string, v1::InviteMade>> made =
        inviteInto(centre, order, folder_, clock_.now());
    if (!made) return made.error();
    note(store_.addInvite(made->first, centre.standing().id));
    return answerOf(&v1::AdminAnswer::mutable_invite_made, std::move(made->second));
}

// The centre's file has it already, and tells server.db at the next start.
void AdminService::note(const Result<Done>& kept) const
{
    if (!kept)
        log_->error("server.db was not written: {} ({})", name(kept.error().code),
                    kept.error().detail);
}

v1::AdminAnswer failure(const Error& error)
{
    v1::AdminAnswer answer;
    answer.mutable_failure()->set_code(static_cast<std::uint32_t>(error.code));
    answer.mutable_failure()->set_detail(error.detail);
    return answer;
}

}  // namespace liaison
