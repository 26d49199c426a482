// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ostream>
#include <string>
#include <vector>

#include "mobile/demo/programs.h"
#include "mobile/demo/staff.h"
#include "mobile/demo/transcript.h"

namespace liaison::demo {

/// Ends the scripted day at once; playDay catches it and returns the error.
struct Stop {
    Error error;
};

/// The value of a command without which the day cannot go on.
template <typename T>
T need(Result<T> result)
{
    if (!result) throw Stop{result.error()};
    return *std::move(result);
}

/// Ends the day with `notFound` unless this holds.
void expect(bool holds, const std::string& what);

/// Somebody with a phone, or at the desk.
struct Character {
    std::string name;
    std::string place;  ///< whose ledger is read: "téléphone de Claire"
    DevicePhone phone;
    json visit;              ///< the record of their visit, as it was before the day
    std::vector<json> acts;  ///< its interventions, likewise, in their order
    std::string visitDot;    ///< of the edit that closed it
    std::string accessDot;   ///< of the edit that wrote an access

    Character(const Place& demo, std::size_t member, std::string where)
        : name(staff()[member].givenName), place(std::move(where)), phone(demo, staff()[member])
    {
    }
};

/// Reads in the ledgers of the characters and tells what stands there.
class Witness {
public:
    Witness(Instant now, std::ostream& out) : now_(now), told_(out) {}

    void scene(const std::string& text) { told_.scene(text); }
    /// What waits, and when the centre was last met.
    void tellWaiting(const Character& who);
    /// The writer's visit and its acts as the reader's ledger has them, and where the save is.
    void tellVisit(const Character& reader, const Character& writer);
    /// The first field of this transmission.
    void tellWords(const Character& reader, const std::string& transmission);
    /// All versions of the access to a person's home.
    void tellAccess(const Character& reader, const std::string& person);
    /// The same; ends the day unless there are two versions.
    void tellTwoVersions(const Character& reader, const std::string& person);
    /// That the centre has received this edit of a record; ends the day unless it has.
    void tellReceipt(const Character& writer, const std::string& what, const std::string& record,
                     const std::string& dot);
    /// Who wrote the access to a person's home, and what.
    void tellHistory(const Character& reader, const std::string& person);
    /// Sends and receives; ends the day if something stays or is refused.
    void sync(const Character& who);
    /// That this ledger is the centre's, by their digests; ends the day otherwise.
    void tellAgreement(const Place& place, const Character& who);

private:
    Instant now_;
    Transcript told_;
};

}  // namespace liaison::demo
