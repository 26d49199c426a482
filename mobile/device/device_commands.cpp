// SPDX-License-Identifier: GPL-3.0-or-later
#include "mobile/device/device_commands.h"

#include <nlohmann/json.hpp>

#include "mobile/device/conversation.h"
#include "mobile/device/file_commands.h"
#include "mobile/device/plain_text.h"
#include "mobile/store/file_standing.h"
#include "mobile/store/joining_profile.h"
#include "mobile/store/ledger_json.h"
#include "mobile/store/save_json.h"
#include "mobile/store/take_over_json.h"
#include "shared/base/bytes.h"

namespace liaison {

namespace {

using nlohmann::json;

std::string text(const json& document)
{
    return document.dump(-1, ' ', false, json::error_handler_t::replace) + "\n";
}

/// What a command works with.
struct Desk {
    const CommandLine& line;
    const std::string& input;
    const Schema& schema;
    const Clock& clock;

    Result<Profile> open() const { return Profile::open(line.profile, line.pin, schema); }
};

json joinedJson(const Profile& profile)
{
    const ProfileCard& card = profile.card();
    return {{"centre", card.centre.text()},
            {"centre_name", card.centreName},
            {"member", card.member.text()},
            {"member_name", card.memberName},
            {"role", card.role},
            {"device", profile.key().number().text()}};
}

Result<std::string> answer(const Desk& desk, const JoinCommand& command)
{
    if (!isUtf8(command.deviceName)) return Error{ErrorCode::usage, "--device-name is not UTF-8"};
    const auto invite = Invite::parse(command.code == "-" ? desk.input : command.code);
    if (!invite) return invite.error();
    const auto card = Profile::cardIn(desk.line.profile);
    if (card && card->isJoined && card->invite == invite->id) {
        const auto profile = desk.open();
        if (!profile) return profile.error();
        return text(joinedJson(*profile));
    }
    auto joining = JoiningProfile::begin(desk.line.profile, *invite, desk.line.pin);
    if (!joining) return joining.error();
    const auto profile = joinAndWait(*std::move(joining), command.deviceName, desk.schema);
    if (!profile) return profile.error();
    return text(joinedJson(*profile));
}

Result<std::string> answer(const Desk& desk, const SaveCommand&)
{
    const auto document = readJson(desk.input);
    if (!document) return document.error();
    auto profile = desk.open();
    if (!profile) return profile.error();
    const auto saved = saveJson(profile->ledger(), *document, desk.clock.now());
    if (!saved) return saved.error();
    json records = json::array();
    for (const RecordId& record : saved->records) {
        records.push_back(record.text());
    }
    return text({{"n", saved->dot.n}, {"dot", saved->dot.text()}, {"records", records}});
}

Result<std::string> answer(const Desk& desk, const SyncCommand& command)
{
    auto profile = desk.open();
    if (!profile) return profile.error();
    const auto outcome = syncAndWait(*profile, desk.clock, command.wait);
    if (!outcome) return outcome.error();
    const auto waiting = profile->ledger().waiting();
    if (!waiting) return waiting.error();
    const auto refused = profile->ledger().refusedCount();
    if (!refused) return refused.error();
    return text({{"received", outcome->received},
                 {"waiting", *waiting},
                 {"refused", *refused},
                 {"head", profile->ledger().standing().head}});
}

Result<std::string> answer(const Desk& desk, const ShowCommand& command)
{
    std::optional<RecordId> record;
    if (command.record) {
        const auto id = RecordId::fromText(*command.record);
        if (!id) return Error{ErrorCode::usage, "not the id of a record: " + *command.record};
        record = *id;
    }
    auto profile = desk.open();
    if (!profile) return profile.error();
    const auto shown = LedgerJson(profile->ledger()).show(command.kind, record);
    if (!shown) return shown.error();
    return command.asJson ? text(*shown) : plainRecords(*shown);
}

Result<std::string> answer(const Desk& desk, const HistoryCommand& command)
{
    const auto record = RecordId::fromText(command.record);
    if (!record) return Error{ErrorCode::usage, "not the id of a record: " + command.record};
    auto profile = desk.open();
    if (!profile) return profile.error();
    const auto history = LedgerJson(profile->ledger()).history(*record);
    if (!history) return history.error();
    return command.asJson ? text(*history) : plainHistory(*history);
}

Result<std::string> answer(const Desk& desk, const RefusedCommand& command)
{
    auto profile = desk.open();
    if (!profile) return profile.error();
    const auto refused = LedgerJson(profile->ledger()).refusals();
    if (!refused) return refused.error();
    return command.asJson ? text(*refused) : plainRefusals(*refused);
}

Result<std::string> answer(const Desk& desk, const TakeOverCommand& command)
{
    auto profile = desk.open();
    if (!profile) return profile.error();
    const auto taken = takeOverJson(profile->ledger(), command.dot, desk.clock.now());
    if (!taken) return taken.error();
    return text(*taken);
}

Result<std::string> answer(const Desk& desk, const StatusCommand& command)
{
    auto profile = desk.open();
    if (!profile) return profile.error();
    auto status = LedgerJson(profile->ledger()).status();
    if (!status) return status.error();
    (*status)["centre_name"] = profile->card().centreName;
    (*status)["member_name"] = profile->card().memberName;
    return command.asJson ? text(*status) : plainStatus(*status);
}

Result<std::string> answer(const Desk& desk, const AttachCommand& command)
{
    auto profile = desk.open();
    if (!profile) return profile.error();
    const auto attached = attachFile(profile->ledger(), command, desk.clock.now());
    if (!attached) return attached.error();
    return text(*attached);
}

Result<std::string> answer(const Desk& desk, const FilesCommand& command)
{
    auto profile = desk.open();
    if (!profile) return profile.error();
    const auto files = filesJson(profile->ledger());
    if (!files) return files.error();
    return command.asJson ? text(*files) : plainFiles(*files);
}

Result<std::string> answer(const Desk& desk, const FetchCommand& command)
{
    auto profile = desk.open();
    if (!profile) return profile.error();
    const auto fetched = fetchFile(*profile, command, desk.clock);
    if (!fetched) return fetched.error();
    return text(*fetched);
}

}  // namespace

Result<std::string> run(const CommandLine& line, const std::string& input, const Schema& schema,
                        const Clock& clock)
{
    const Desk desk{line, input, schema, clock};
    return std::visit([&](const auto& command) { return answer(desk, command); }, line.command);
}

bool wantsInput(const CommandLine& line)
{
    const auto* join = std::get_if<JoinCommand>(&line.command);
    return std::holds_alternative<SaveCommand>(line.command) || (join && join->code == "-");
}

}  // namespace liaison
