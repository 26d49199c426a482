// SPDX-License-Identifier: GPL-3.0-or-later
#include "mobile/device/plain_text.h"

#include <cstdlib>
#include <nlohmann/json.hpp>
#include <sstream>

#include "shared/base/error_code.h"

namespace liaison {

namespace {

using nlohmann::json;

std::string plain(const json& value)
{
    if (value.is_null()) return "-";
    if (value.is_string()) return value.get<std::string>();
    return value.dump(-1, ' ', false, json::error_handler_t::replace);
}

std::string authorOf(const json& part)
{
    const json& author = part.at("author");
    const json& name = author.at("name");
    return name.is_null() ? "member " + plain(author.at("member")) : plain(name);
}

void writeField(std::ostream& out, const std::string& name, const json& field)
{
    out << "  " << name << ": " << plain(field.at("shown")) << "\n";
    if (!field.at("disputed").get<bool>()) return;
    for (const json& value : field.at("values")) {
        out << "    version: " << plain(value.at("value")) << "  (" << authorOf(value) << ", "
            << plain(value.at("time")) << ")\n";
    }
}

void writeChange(std::ostream& out, const json& change, const std::string& indent)
{
    for (const auto& [name, value] : change.at("set").items()) {
        out << indent << name << " = " << plain(value) << "\n";
    }
    for (const json& name : change.at("clear")) {
        out << indent << plain(name) << " emptied\n";
    }
}

}  // namespace

std::string plainRecords(const json& shown)
{
    std::ostringstream out;
    for (const json& record : shown.at("records")) {
        out << plain(record.at("kind")) << " " << plain(record.at("record"));
        if (record.at("voided").get<bool>()) out << "  voided";
        if (record.at("unsent").get<bool>()) out << "  unsent";
        if (!record.at("sequence").is_null()) out << "  sequence " << plain(record.at("sequence"));
        out << "\n";
        for (const auto& [name, field] : record.at("fields").items()) {
            writeField(out, name, field);
        }
    }
    return out.str();
}

std::string plainHistory(const json& history)
{
    std::ostringstream out;
    for (const json& edit : history.at("edits")) {
        out << plain(edit.at("time")) << "  " << authorOf(edit) << "  edit "
            << plain(edit.at("dot")) << "  ";
        const json& verdict = edit.at("verdict");
        if (verdict.is_null()) {
            out << "unsent";
        } else if (verdict.at("applied").get<bool>()) {
            out << "sequence " << plain(verdict.at("sequence"));
        } else {
            out << "refused: " << plain(verdict.at("code"));
        }
        out << "\n";
        writeChange(out, edit, "  ");
    }
    return out.str();
}

std::string plainRefusals(const json& refused)
{
    std::ostringstream out;
    for (const json& edit : refused.at("refused")) {
        out << plain(edit.at("time")) << "  " << authorOf(edit) << "  edit "
            << plain(edit.at("dot")) << "  refused: " << plain(edit.at("verdict").at("code"));
        if (edit.at("judged_again").get<bool>()) out << ", will be judged again";
        const json& taken = edit.at("taken_over");
        if (!taken.is_null()) {
            out << ", taken over by " << authorOf(taken) << " at " << plain(taken.at("time"));
        }
        out << "\n";
        for (const json& change : edit.at("changes")) {
            out << "  " << plain(change.at("kind")) << " " << plain(change.at("record")) << "\n";
            writeChange(out, change, "    ");
        }
    }
    return out.str();
}

std::string plainStatus(const json& status)
{
    std::ostringstream out;
    for (const auto& [name, value] : status.items()) {
        out << name << ": " << plain(value) << "\n";
    }
    if (status.at("clock_off").get<bool>()) {
        const auto seconds = status.at("clock_offset_ms").get<std::int64_t>() / 1000;
        out << "The clock of this device is " << std::abs(seconds) << " s "
            << (seconds > 0 ? "behind" : "ahead of")
            << " the centre's. Nothing is lost; set the clock.\n";
    }
    return out.str();
}

std::string plainFiles(const json& files)
{
    std::ostringstream out;
    int declined = 0;
    for (const json& file : files.at("files")) {
        const std::string state = plain(file.at("state"));
        out << plain(file.at("sha256")) << "  " << plain(file.at("field")) << " of "
            << plain(file.at("record")) << "  " << plain(file.at("media_type")) << ", "
            << plain(file.at("size")) << " bytes  " << state;
        if (state == "sending" || state == "fetching")
            out << " " << plain(file.at("percent")) << " %";
        if (!file.at("confirmed_at").is_null()) out << " at " << plain(file.at("confirmed_at"));
        if (file.at("declined") == name(ErrorCode::diskFull)) {
            out << ", waits for room at the centre";
            ++declined;
        }
        out << "\n";
    }
    if (declined > 0) {
        out << "The centre has no room for more files now. What waits stays on this device, and is"
               " offered again at a later contact.\n";
    }
    return out.str();
}

}  // namespace liaison
