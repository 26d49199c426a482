// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/e2e/phone.h"

#include <stdexcept>

namespace liaison::e2e {

namespace {

constexpr const char* kProgram = LIAISON_BIN_DIR "/liaison-device";
constexpr const char* kPin = "271828";

std::string waitSeconds()
{
    return std::to_string(kPatience.count() - 10);
}

}  // namespace

Process::Start Phone::start(const std::vector<std::string>& arguments) const
{
    Process::Start start{
        {kProgram, "--profile", profile().string()}, {{"LIAISON_PIN", kPin}}, {}, fileBytesMax_};
    start.command.insert(start.command.end(), arguments.begin(), arguments.end());
    return start;
}

Outcome Phone::command(const std::vector<std::string>& arguments, const std::string& input) const
{
    Process::Start what = start(arguments);
    what.input = input;
    return run(folder_, std::move(what));
}

Process Phone::begin(const std::vector<std::string>& arguments, const std::string& input) const
{
    Process::Start what = start(arguments);
    what.input = input;
    return Process(folder_, std::move(what));
}

json Phone::succeed(const std::vector<std::string>& arguments, const std::string& input) const
{
    const Outcome outcome = command(arguments, input);
    if (outcome.exitCode != 0) {
        throw std::runtime_error(name_ + " " + arguments.front() + " ended with " +
                                 std::to_string(outcome.exitCode) + ": " + outcome.err);
    }
    return json::parse(outcome.out);
}

std::string Phone::saveText(const json& changes)
{
    return json{{"changes", changes}}.dump();
}

json Phone::join(const std::string& code) const
{
    return succeed({"join", code});
}

json Phone::save(const json& changes) const
{
    return succeed({"save"}, saveText(changes));
}

std::string Phone::create(const std::string& kind, const json& fields) const
{
    const json change = {{"kind", kind}, {"set", fields}};
    return save(json::array({change})).at("records").at(0).get<std::string>();
}

void Phone::set(const std::string& kind, const std::string& record, const json& fields) const
{
    const json change = {{"kind", kind}, {"record", record}, {"set", fields}};
    save(json::array({change}));
}

json Phone::sync() const
{
    return succeed({"sync", "--wait", waitSeconds()});
}

json Phone::status() const
{
    return succeed({"status", "--json"});
}

json Phone::refused() const
{
    return succeed({"refused", "--json"}).at("refused");
}

json Phone::takeOver(const std::string& dot) const
{
    return succeed({"take-over", dot});
}

json Phone::records(const std::string& kind) const
{
    return succeed({"show", "--kind", kind, "--json"}).at("records");
}

json Phone::record(const std::string& id) const
{
    return succeed({"show", "--record", id, "--json"}).at("records").at(0);
}

json Phone::history(const std::string& id) const
{
    return succeed({"history", "--record", id, "--json"}).at("edits");
}

json Phone::shown(const std::string& id, const std::string& field) const
{
    return record(id).at("fields").at(field).at("shown");
}

}  // namespace liaison::e2e
