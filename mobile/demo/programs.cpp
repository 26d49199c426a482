// SPDX-License-Identifier: GPL-3.0-or-later
#include "mobile/demo/programs.h"

#include <sys/prctl.h>

#include <QProcess>
#include <csignal>

namespace liaison::demo {

namespace {

constexpr int kLongestMilliseconds = 600'000;

Result<json> parsed(const Result<std::string>& printed)
{
    if (!printed) return printed.error();
    json document = json::parse(*printed, nullptr, false);
    if (document.is_discarded()) return Error{ErrorCode::malformed, "not JSON: " + *printed};
    return document;
}

}  // namespace

Result<std::string> run(const std::filesystem::path& program,
                        const std::vector<std::string>& arguments, const std::string& input)
{
    QStringList list;
    for (const std::string& argument : arguments) {
        list.append(QString::fromStdString(argument));
    }
    QProcess process;
    // Whoever ends the demonstration ends what it runs.
    process.setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGTERM); });
    process.start(QString::fromStdString(program.string()), list);
    process.write(QByteArray::fromStdString(input));
    process.closeWriteChannel();
    const bool hasEnded = process.waitForFinished(kLongestMilliseconds);
    const std::string said = process.readAllStandardError().trimmed().toStdString();
    if (!hasEnded || process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0) {
        return Error{ErrorCode::io,
                     program.filename().string() + " ended with " +
                         std::to_string(process.exitCode()) + ": " +
                         (said.empty() ? process.errorString().toStdString() : said)};
    }
    return process.readAllStandardOutput().toStdString();
}

Result<json> askServer(const Place& place, const std::vector<std::string>& arguments)
{
    std::vector<std::string> all = {"--data", place.server().string()};
    all.insert(all.end(), arguments.begin(), arguments.end());
    all.push_back("--json");
    return parsed(run(place.programs / "liaison-server", all));
}

Result<json> DevicePhone::ask(const std::vector<std::string>& arguments,
                              const std::string& input) const
{
    std::vector<std::string> all = {"--profile", profile_.string(), "--pin-file",
                                    place_.pinFile().string()};
    all.insert(all.end(), arguments.begin(), arguments.end());
    return parsed(run(place_.programs / "liaison-device", all, input));
}

Result<json> DevicePhone::save(const json& changes) const
{
    return ask({"save"}, json{{"changes", changes}}.dump());
}

Result<json> DevicePhone::records(const std::string& kind) const
{
    auto shown = ask({"show", "--kind", kind, "--json"});
    if (!shown) return shown;
    return shown->at("records");
}

Result<json> DevicePhone::record(const std::string& id) const
{
    auto shown = ask({"show", "--record", id, "--json"});
    if (!shown) return shown;
    return shown->at("records").at(0);
}

Result<json> DevicePhone::history(const std::string& id) const
{
    auto shown = ask({"history", "--record", id, "--json"});
    if (!shown) return shown;
    return shown->at("edits");
}

}  // namespace liaison::demo
