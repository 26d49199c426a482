// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/admin/command_line.h"

#include <unistd.h>

#include <CLI/CLI.hpp>
#include <array>

#include "server/admin/exit_code.h"

namespace liaison {

namespace {

constexpr std::uint32_t kValidMinutes = 15;
constexpr const char* kDefaultPort = ":7443";

/// Where CLI11 puts what it reads.
struct Words {
    std::string folder;
    std::string centre;
    std::string name;
    std::string supervisor = "Responsable";
    std::string role;
    std::vector<std::string> addresses;
    std::uint32_t validMinutes = kValidMinutes;
    std::uint64_t filesBytes = 0;
    bool isJson = false;
    std::string listen = std::string("[::]") + kDefaultPort;
    std::string portFile;
    std::size_t connections = Limits().connections;
};

const std::map<std::string, v1::Role> kRoles = {
    {"aide", v1::ROLE_AIDE}, {"nurse", v1::ROLE_NURSE}, {"supervisor", v1::ROLE_SUPERVISOR}};

CLI::App* addCommand(CLI::App& parent, const std::string& name, const std::string& help)
{
    CLI::App* command = parent.add_subcommand(name, help);
    command->fallthrough();
    return command;
}

void addRole(CLI::App& command, Words& words, const std::string& help)
{
    command.add_option("--role", words.role, help)
        ->required()
        ->check(CLI::IsMember({"aide", "nurse", "supervisor"}));
}

void addInviteOptions(CLI::App& command, Words& words)
{
    command.add_option("--valid", words.validMinutes, "Minutes that the invitation is good for")
        ->capture_default_str();
    command.add_flag("--json", words.isJson, "One line of JSON instead of text and QR code");
}

void addCentreCommands(CLI::App& app, Words& words)
{
    CLI::App* centre = addCommand(app, "centre", "Make, list and change centres");
    centre->require_subcommand(1);
    CLI::App* add =
        addCommand(*centre, "add", "Make a centre; prints the first supervisor's invitation");
    add->add_option("NAME", words.name, "What people call it")->required();
    add->add_option(
        "--address", words.addresses,
        "HOST:PORT that phones will call; 1 to 8 times; this machine's name by default");
    add->add_option("--supervisor", words.supervisor, "\"Given Family\" of the first supervisor")
        ->capture_default_str();
    addInviteOptions(*add, words);
    CLI::App* list = addCommand(*centre, "list", "Ids and names of the centres");
    list->add_flag("--json", words.isJson, "One line of JSON");
    CLI::App* address =
        addCommand(*centre, "address", "Change where phones call; they learn it at next contact");
    address->add_option("CENTRE", words.centre, "Id or unique name")->required();
    address->add_option("HOST:PORT", words.addresses, "The addresses, in order")->required();
    address->add_flag("--json", words.isJson, "One line of JSON");
    CLI::App* limit =
        addCommand(*centre, "limit", "Change what its files may take in all; 20GiB by default");
    limit->add_option("CENTRE", words.centre, "Id or unique name")->required();
    limit->add_option("SIZE", words.filesBytes, "For example 500MB or 40GiB; 0: no file more")
        ->required()
        ->transform(CLI::AsSizeValue(true));
    limit->add_flag("--json", words.isJson, "One line of JSON");
}

void addMemberCommands(CLI::App& app, Words& words)
{
    CLI::App* invite = addCommand(app, "invite", "Invite a new member; good for one phone");
    invite->add_option("CENTRE", words.centre, "Id or unique name")->required();
    addRole(*invite, words, "What the new member does");
    invite->add_option("--name", words.name, "\"Given Family\" of the new member")->required();
    addInviteOptions(*invite, words);
    CLI::App* devices = addCommand(app, "devices", "The phones and desks of a centre");
    devices->add_option("CENTRE", words.centre, "Id or unique name")->required();
    devices->add_flag("--json", words.isJson, "One line of JSON");
    CLI::App* status = addCommand(app, "status", "What a centre holds, and room for its files");
    status->add_option("CENTRE", words.centre, "Id or unique name")->required();
    status->add_flag("--json", words.isJson, "One line of JSON");
    CLI::App* digest = addCommand(app, "digest", "Sum over all that a role may read, to compare");
    digest->add_option("CENTRE", words.centre, "Id or unique name")->required();
    addRole(*digest, words, "Whose view");
    digest->add_flag("--json", words.isJson, "One line of JSON");
}

void addServe(CLI::App& app, Words& words)
{
    CLI::App* serve = addCommand(app, "serve", "Serve every centre of the data folder");
    serve->add_option("--listen", words.listen, "ADDR:PORT; port 0 is any free one")
        ->capture_default_str();
    serve->add_option("--port-file", words.portFile, "File to write the number of the port to");
    serve->add_option("--connections", words.connections, "Devices connected at once, at most")
        ->check(CLI::Range(1, 1'000'000))
        ->capture_default_str();
}

/// How this machine calls itself, with the port that `serve` listens on by default.
std::string ownAddress()
{
    std::array<char, 256> name{};
    const bool isNamed = ::gethostname(name.data(), name.size() - 1) == 0;
    return std::string(isNamed ? name.data() : "localhost") + kDefaultPort;
}

std::string withoutSpacesAround(const std::string& text)
{
    const std::size_t begin = text.find_first_not_of(' ');
    if (begin == std::string::npos) return {};
    return text.substr(begin, text.find_last_not_of(' ') + 1 - begin);
}

/// "Given Family"; a single word is a family name.
void setMember(v1::NewMember& member, const std::string& words)
{
    const std::string name = withoutSpacesAround(words);
    const std::size_t space = name.find(' ');
    if (space == std::string::npos) {
        member.set_family_name(name);
    } else {
        member.set_given_name(name.substr(0, space));
        member.set_family_name(name.substr(name.find_first_not_of(' ', space)));
    }
}

v1::AdminRequest centreRequest(const CLI::App& centre, const Words& words)
{
    v1::AdminRequest request;
    if (centre.got_subcommand("add")) {
        v1::AddCentre& add = *request.mutable_add_centre();
        add.set_name(words.name);
        for (const std::string& address : words.addresses)
            add.add_addresses(address);
        if (words.addresses.empty()) add.add_addresses(ownAddress());
        setMember(*add.mutable_supervisor(), words.supervisor);
        add.set_valid_minutes(words.validMinutes);
    } else if (centre.got_subcommand("address")) {
        v1::SetAddresses& set = *request.mutable_set_addresses();
        set.set_centre(words.centre);
        for (const std::string& address : words.addresses)
            set.add_addresses(address);
    } else if (centre.got_subcommand("limit")) {
        request.mutable_set_files_limit()->set_centre(words.centre);
        request.mutable_set_files_limit()->set_bytes(words.filesBytes);
    } else {
        request.mutable_list_centres();
    }
    return request;
}

v1::AdminRequest requestOf(const CLI::App& app, const Words& words)
{
    if (app.got_subcommand("centre")) return centreRequest(*app.get_subcommand("centre"), words);
    v1::AdminRequest request;
    if (app.got_subcommand("invite")) {
        v1::MakeInvite& invite = *request.mutable_make_invite();
        invite.set_centre(words.centre);
        invite.set_role(kRoles.at(words.role));
        setMember(*invite.mutable_member(), words.name);
        invite.set_valid_minutes(words.validMinutes);
    } else if (app.got_subcommand("devices")) {
        request.mutable_list_devices()->set_centre(words.centre);
    } else if (app.got_subcommand("status")) {
        request.mutable_ask_status()->set_centre(words.centre);
    } else {
        request.mutable_ask_digest()->set_centre(words.centre);
        request.mutable_ask_digest()->set_role(kRoles.at(words.role));
    }
    return request;
}

Command commandOf(const CLI::App& app, const Words& words)
{
    if (!app.got_subcommand("serve"))
        return AdminCommand{words.folder, requestOf(app, words), words.isJson};
    ServerSettings settings;
    settings.folder = words.folder;
    settings.listen = words.listen;
    if (!words.portFile.empty()) settings.portFile = words.portFile;
    settings.limits.connections = words.connections;
    return settings;
}

}  // namespace

Result<Command> parseCommandLine(int count, const char* const* arguments)
{
    Words words;
    CLI::App app("The sync server of Liaison: keeps the ledgers of its centres.", "liaison-server");
    app.set_config("--config", "", "File with options: data=DIR, and listen=ADDR:PORT in [serve]");
    app.allow_config_extras(CLI::config_extras_mode::error);
    app.set_version_flag("--version", LIAISON_VERSION);
    app.add_option("--data", words.folder, "The data folder; made when it is not there")
        ->required()
        ->check([](const std::string& path) { return path.empty() ? "no path" : ""; });
    app.require_subcommand(1);
    addCentreCommands(app, words);
    addMemberCommands(app, words);
    addServe(app, words);
    app.footer("Every command works beside a running server, and without one.\n\n" +
               exitCodeTable());
    try {
        app.parse(count, arguments);
    } catch (const CLI::CallForHelp&) {
        return Command(PrintedText{app.help()});
    } catch (const CLI::CallForAllHelp&) {
        return Command(PrintedText{app.help("", CLI::AppFormatMode::All)});
    } catch (const CLI::CallForVersion& version) {
        return Command(PrintedText{std::string(version.what()) + "\n"});
    } catch (const CLI::ParseError& error) {
        return Error{ErrorCode::usage, error.what()};
    }
    return commandOf(app, words);
}

}  // namespace liaison
