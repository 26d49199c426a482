// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace liaison::soak {

using nlohmann::json;

/// What a look at one device found wrong.
struct Findings {
    std::size_t lost = 0;   ///< saves that a program reported as kept and that are not there
    std::size_t twice = 0;  ///< saves that are there more than once
    std::vector<std::string> what;

    bool isEmpty() const { return lost == 0 && twice == 0 && what.empty(); }
};

/// What a witness of the programs remembers by itself: each save that was asked for, what the
/// program answered, and when a centre's receipt came. It knows the JSON of the command line and
/// nothing of ledgers.
///
/// Each save makes one Transmission and sets the phone number of its person, both to a mark that no
/// other save has: the first shows what became of it, the second that it came once and whole.
class Notebook {
public:
    /// Notes a save before it is asked for and returns the changes to ask for.
    json asked(const std::string& phone, const std::string& person, const std::string& text);
    /// The program reported the save asked for last as kept.
    void stored(const json& answer);
    /// The program reported that it did not keep the save asked for last.
    void refused();
    /// This phone reported that nothing of it waits any more.
    void receipt(const std::string& phone);

    std::size_t written() const;
    std::size_t acknowledged() const;
    /// Holds what one device shows against the notes: all its transmissions, and the histories of
    /// all persons. Saves whose program was killed before it answered may be there, once and whole.
    Findings compare(const std::string& phone, const json& transmissions,
                     const std::vector<json>& histories) const;

private:
    /// How a save ended for who asked for it.
    enum class Answer { none, kept, refused };
    struct Save {
        std::string phone;
        std::string text;
        Answer answer = Answer::none;
        std::string dot;
        std::string record;
        bool isAcknowledged = false;
    };
    /// Where a save was seen on a device.
    struct Seen {
        int records = 0;
        int edits = 0;
    };

    void see(const json& transmission, std::map<std::string, Seen>& seen, Findings& found) const;
    void seeEdit(const json& edit, std::map<std::string, Seen>& seen, Findings& found) const;
    static void judge(const std::string& mark, const Save& save, const Seen& seen, Findings& found);

    std::map<std::string, Save> saves_;  ///< by mark
    std::string last_;
};

}  // namespace liaison::soak
