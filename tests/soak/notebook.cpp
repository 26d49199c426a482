// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/soak/notebook.h"

#include <algorithm>
#include <set>

namespace liaison::soak {

namespace {

constexpr const char* kAt = "2026-09-14T08:42:00+02:00";

}  // namespace

json Notebook::asked(const std::string& phone, const std::string& person, const std::string& text)
{
    last_ = "s" + std::to_string(saves_.size() + 1);
    Save save;
    save.phone = phone;
    save.text = last_ + " " + text;
    saves_[last_] = save;
    const json note = {{"person", person}, {"at", kAt}, {"data", save.text}};
    return json::array({{{"kind", "Transmission"}, {"set", note}},
                        {{"kind", "Person"}, {"record", person}, {"set", {{"phone", last_}}}}});
}

void Notebook::stored(const json& answer)
{
    Save& save = saves_.at(last_);
    save.answer = Answer::kept;
    save.dot = answer.at("dot").get<std::string>();
    save.record = answer.at("records").at(0).get<std::string>();
}

void Notebook::refused()
{
    saves_.at(last_).answer = Answer::refused;
}

void Notebook::receipt(const std::string& phone)
{
    for (auto& [mark, save] : saves_) {
        if (save.phone == phone && save.answer == Answer::kept) save.isAcknowledged = true;
    }
}

std::size_t Notebook::written() const
{
    return static_cast<std::size_t>(
        std::count_if(saves_.begin(), saves_.end(),
                      [](const auto& one) { return one.second.answer == Answer::kept; }));
}

std::size_t Notebook::acknowledged() const
{
    return static_cast<std::size_t>(std::count_if(
        saves_.begin(), saves_.end(), [](const auto& one) { return one.second.isAcknowledged; }));
}

void Notebook::see(const json& transmission, std::map<std::string, Seen>& seen,
                   Findings& found) const
{
    const auto text = transmission.at("fields").at("data").at("shown").get<std::string>();
    const std::string mark = text.substr(0, text.find(' '));
    const auto save = saves_.find(mark);
    if (save == saves_.end()) {
        found.what.push_back("a transmission nobody wrote: " + mark);
        return;
    }
    ++seen[mark].records;
    if (text != save->second.text) found.what.push_back("another text than was saved: " + mark);
    const bool isKnown = save->second.answer == Answer::kept;
    if (isKnown && transmission.at("record") != save->second.record) {
        found.what.push_back("under another id than was reported: " + mark);
    }
}

void Notebook::seeEdit(const json& edit, std::map<std::string, Seen>& seen, Findings& found) const
{
    const json& set = edit.at("set");
    if (!set.contains("phone")) return;
    const auto mark = set.at("phone").get<std::string>();
    const auto save = saves_.find(mark);
    if (save == saves_.end()) {
        found.what.push_back("an edit nobody made: " + mark);
        return;
    }
    ++seen[mark].edits;
    const bool isKnown = save->second.answer == Answer::kept;
    if (isKnown && edit.at("dot") != save->second.dot) {
        found.what.push_back("under another name than was reported: " + mark);
    }
    const json& verdict = edit.at("verdict");
    if (verdict.is_null()) {
        found.what.push_back("without a verdict: " + mark);
    } else if (!verdict.at("applied").get<bool>()) {
        found.what.push_back("refused: " + mark);
    }
}

void Notebook::judge(const std::string& mark, const Save& save, const Seen& seen, Findings& found)
{
    if (seen.records > 1 || seen.edits > 1) {
        ++found.twice;
        found.what.push_back("more than once: " + mark);
    } else if (seen.records != seen.edits) {
        ++found.lost;
        found.what.push_back("not whole: " + mark);
    } else if (save.answer == Answer::kept && seen.edits == 0) {
        ++found.lost;
        found.what.push_back("lost: " + mark);
    } else if (save.answer == Answer::refused && seen.edits != 0) {
        found.what.push_back("there although it was not kept: " + mark);
    }
}

Findings Notebook::compare(const std::string& phone, const json& transmissions,
                           const std::vector<json>& histories) const
{
    Findings found;
    std::map<std::string, Seen> seen;
    for (const json& transmission : transmissions) {
        see(transmission, seen, found);
    }
    std::set<std::string> dots;
    for (const json& history : histories) {
        for (const json& edit : history) {
            seeEdit(edit, seen, found);
            const auto dot = edit.at("dot").get<std::string>();
            if (!dots.insert(dot).second) found.what.push_back("listed twice: " + dot);
        }
    }
    for (const auto& [mark, save] : saves_) {
        judge(mark, save, seen[mark], found);
    }
    for (std::string& what : found.what) {
        what = phone + ": " + what;
    }
    return found;
}

}  // namespace liaison::soak
