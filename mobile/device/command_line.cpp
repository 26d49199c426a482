// SPDX-License-Identifier: GPL-3.0-or-later
#include "mobile/device/command_line.h"

#include <unistd.h>

#include <CLI/CLI.hpp>
#include <cstdlib>
#include <iostream>

#include "mobile/device/exit_code.h"
#include "shared/base/durable_file.h"

namespace liaison {

namespace {

struct PinSource {
    std::string pin;
    std::string file;
};

Result<std::string> readPin(const PinSource& source)
{
    if (!source.pin.empty()) return source.pin;
    if (!source.file.empty()) {
        auto text = readWhole(source.file);
        if (!text) return text;
        const std::size_t end = text->find_last_not_of("\r\n");
        return text->substr(0, end == std::string::npos ? 0 : end + 1);
    }
    const char* variable = std::getenv("LIAISON_PIN");
    if (variable && *variable) return std::string(variable);
    return Error{ErrorCode::usage, "the PIN comes from --pin, --pin-file or LIAISON_PIN"};
}

std::string thisMachine()
{
    char name[256] = {};
    return ::gethostname(name, sizeof name - 1) == 0 && *name ? name : "liaison-device";
}

void addJoin(CLI::App& app, CommandLine& line, JoinCommand& join)
{
    CLI::App* command = app.add_subcommand(
        "join", "Join a centre with the code of its invite. Repeating it is harmless.");
    command
        ->add_option("CODE", join.code, "liaison:… as the centre gave it; - reads standard input")
        ->required();
    command->add_option("--device-name", join.deviceName,
                        "What the centre's list of devices calls this one");
    command->callback([&] { line.command = join; });
}

void addSave(CLI::App& app, CommandLine& line)
{
    CLI::App* command = app.add_subcommand(
        "save",
        "Save one edit, given as JSON on standard input:\n"
        "{\"changes\":[{\"kind\":\"…\",\"record\":\"<id> or new:<label> or absent\",\n"
        "              \"set\":{…},\"clear\":[…]}]}\n"
        "Prints {\"n\":…,\"dot\":…,\"records\":[…]}: one id for each change.");
    command->callback([&] { line.command = SaveCommand{}; });
}

void addSync(CLI::App& app, CommandLine& line, int& seconds)
{
    CLI::App* command = app.add_subcommand(
        "sync", "Send and receive until nothing is left, and print what was done.");
    command
        ->add_option("--wait", seconds,
                     "Keep trying for at most so many seconds; without it, try once")
        ->check(CLI::Range(1, 86'400));
    command->callback([&] { line.command = SyncCommand{std::chrono::seconds(seconds)}; });
}

void addReading(CLI::App& app, CommandLine& line, ShowCommand& show, HistoryCommand& history,
                StatusCommand& status)
{
    CLI::App* records = app.add_subcommand("show", "Show records and who wrote what in them.");
    records->add_option("--kind", show.kind, "Only this kind, for example Visit");
    records->add_option("--record", show.record, "Only the record with this id");
    records->add_flag("--json", show.asJson, "As JSON");
    records->callback([&] { line.command = show; });

    CLI::App* edits = app.add_subcommand("history", "Show all edits that touched a record.");
    edits->add_option("--record", history.record, "The id of the record")->required();
    edits->add_flag("--json", history.asJson, "As JSON");
    edits->callback([&] { line.command = history; });

    CLI::App* standing = app.add_subcommand(
        "status", "Show what waits, what was refused, and how far this device is.");
    standing->add_flag("--json", status.asJson, "As JSON");
    standing->callback([&] { line.command = status; });
}

void addRefusals(CLI::App& app, CommandLine& line, RefusedCommand& refused, TakeOverCommand& take)
{
    CLI::App* list = app.add_subcommand(
        "refused", "Show the edits that the centre refused, and who took them over.");
    list->add_flag("--json", refused.asJson, "As JSON");
    list->callback([&] { line.command = refused; });

    CLI::App* taking = app.add_subcommand(
        "take-over",
        "Save an edit of your own with the values of a refused one; for supervisors.\n"
        "Prints {\"n\":…,\"dot\":…,\"records\":[…],\"left_out\":[…]}: what could not be written.");
    taking->add_option("DOT", take.dot, "The refused edit, as `refused` shows it")->required();
    taking->callback([&] { line.command = take; });
}

void addFiles(CLI::App& app, CommandLine& line, AttachCommand& attach, FilesCommand& files,
              FetchCommand& fetch, int& seconds)
{
    CLI::App* adding =
        app.add_subcommand("attach", "Save a photo (JPEG, PNG) or a document (PDF) with a person.");
    adding->add_option("PERSON", attach.person, "The id of the person")->required();
    adding->add_option("FILE", attach.file, "At most 20 MiB")->required();
    adding->add_option("--caption", attach.caption, "What is to be seen");
    adding->callback([&] { line.command = attach; });

    CLI::App* list = app.add_subcommand("files", "Show the files of records and where they are.");
    list->add_flag("--json", files.asJson, "As JSON");
    list->callback([&] { line.command = files; });

    CLI::App* fetching = app.add_subcommand("fetch", "Fetch a file from the centre.");
    fetching->add_option("HASH", fetch.sha256, "Its SHA-256, as `files` shows it")->required();
    fetching->add_option("--to", fetch.to, "Where to write it")->required();
    fetching->add_option("--wait", seconds, "Keep trying for at most so many seconds")
        ->check(CLI::Range(1, 86'400));
    fetching->callback([&] {
        fetch.wait = std::chrono::seconds(seconds);
        line.command = fetch;
    });
}

int end(const Error& error)
{
    std::cerr << errorLine(error) << "\n";
    return exitCode(error.code);
}

}  // namespace

std::variant<CommandLine, int> readCommandLine(int argc, const char* const* argv)
{
    CommandLine line;
    PinSource pin;
    JoinCommand join{{}, thisMachine()};
    ShowCommand show;
    HistoryCommand history;
    StatusCommand status;
    RefusedCommand refused;
    TakeOverCommand takeOver;
    AttachCommand attach;
    FilesCommand files;
    FetchCommand fetch;
    int waitSeconds = 0;
    std::string profile;
    CLI::App app("liaison-device: a phone of Liaison without a screen, for tests and support.");
    app.set_version_flag("--version", LIAISON_VERSION);
    app.add_option("--profile", profile, "Folder of the profile")->required();
    app.add_option("--pin", pin.pin, "PIN of the profile (visible to others on this machine)");
    app.add_option("--pin-file", pin.file, "File whose content is the PIN");
    app.require_subcommand(1);
    app.fallthrough();
    app.footer(exitCodeTable());
    addJoin(app, line, join);
    addSave(app, line);
    addSync(app, line, waitSeconds);
    addReading(app, line, show, history, status);
    addRefusals(app, line, refused, takeOver);
    addFiles(app, line, attach, files, fetch, waitSeconds);
    try {
        app.parse(argc, argv);
    } catch (const CLI::Success& shown) {
        return app.exit(shown);
    } catch (const CLI::ParseError& mistake) {
        return end({ErrorCode::usage, mistake.what()});
    }
    const auto read = readPin(pin);
    if (!read) return end(read.error());
    line.profile = profile;
    line.pin = *read;
    return line;
}

}  // namespace liaison
