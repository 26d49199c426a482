// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/admin/centre_report.h"

#include <algorithm>

#include "liaison/v1/care.pb.h"
#include "shared/record/reading.h"

namespace liaison {

namespace {

Result<v1::DeviceLine> deviceLine(CentreLedger& centre, const CentreDevice& device)
{
    const Result<std::string> name = memberName(centre, device.member);
    if (!name) return name.error();
    const Result<Role> role = centre.roleOf(device.member);
    if (!role) return role.error();
    v1::DeviceLine line;
    line.set_number(device.number.value);
    line.set_name(device.name);
    line.set_member(device.member.bytes());
    line.set_member_name(*name);
    line.set_role(*role);
    line.set_joined_at(device.joinedAt.time_since_epoch().count());
    if (device.lastContact) line.set_last_contact(device.lastContact->time_since_epoch().count());
    line.set_app(device.app);
    line.set_last_n(device.lastN);
    line.set_waiting(device.waiting);
    line.set_revoked(device.isRevoked);
    return line;
}

}  // namespace

v1::CentreLine centreLine(const CentreStanding& standing)
{
    v1::CentreLine line;
    line.set_id(standing.id.bytes());
    line.set_name(standing.name);
    for (const std::string& address : standing.addresses)
        line.add_addresses(address);
    return line;
}

Result<v1::DeviceList> deviceList(CentreLedger& centre)
{
    const Result<std::vector<CentreDevice>> devices = centre.devices();
    if (!devices) return devices.error();
    v1::DeviceList list;
    *list.mutable_centre() = centreLine(centre.standing());
    for (const CentreDevice& device : *devices) {
        Result<v1::DeviceLine> line = deviceLine(centre, device);
        if (!line) return line.error();
        *list.add_devices() = *std::move(line);
    }
    return list;
}

Result<v1::CentreStatus> statusOf(CentreLedger& centre)
{
    const Result<std::vector<CentreDevice>> devices = centre.devices();
    if (!devices) return devices.error();
    const Result<std::uint64_t> head = centre.ledger().head();
    if (!head) return head.error();
    const Result<FileUsage> usage = centre.filesUsage();
    if (!usage) return usage.error();
    v1::CentreStatus status;
    *status.mutable_centre() = centreLine(centre.standing());
    const auto connecting = std::count_if(devices->begin(), devices->end(),
                                          [](const CentreDevice& one) { return !one.isRevoked; });
    status.set_devices(static_cast<std::uint64_t>(connecting));
    status.set_head(*head);
    v1::FilesLine& files = *status.mutable_files();
    files.set_count(usage->files);
    files.set_incomplete(usage->incomplete);
    files.set_bytes(usage->bytes);
    files.set_limit(centre.standing().filesBytesMax);
    return status;
}

Result<v1::Digest> digestOf(CentreLedger& centre, Role role)
{
    const Result<std::string> digest = centre.ledger().digest(role);
    if (!digest) return digest.error();
    const Result<std::uint64_t> head = centre.ledger().head();
    if (!head) return head.error();
    v1::Digest answer;
    *answer.mutable_centre() = centreLine(centre.standing());
    answer.set_role(role);
    answer.set_digest(*digest);
    answer.set_head(*head);
    return answer;
}

Result<std::string> memberName(CentreLedger& centre, const RecordId& member)
{
    const Result<std::optional<RecordState>> state = centre.ledger().record(member);
    if (!state) return state.error();
    v1::Member shown;
    if (!*state || !shown.ParseFromString(RecordReading(**state).shownMessage()))
        return std::string();
    if (shown.given_name().empty()) return shown.family_name();
    return shown.given_name() + " " + shown.family_name();
}

}  // namespace liaison
