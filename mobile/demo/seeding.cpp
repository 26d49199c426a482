// SPDX-License-Identifier: GPL-3.0-or-later
#include "mobile/demo/seeding.h"

#include <set>

#include "mobile/demo/invented_centre.h"
#include "mobile/store/profile.h"
#include "shared/care/schema_with_codes.h"

namespace liaison::demo {

namespace {

/// The opened profiles of everybody, in the order of staff().
using Profiles = std::vector<Profile>;

Result<Profiles> openAll(const Place& place, const std::string& pin)
{
    Profiles profiles;
    for (const StaffMember& member : staff()) {
        auto profile = Profile::open(place.profile(member), pin, schemaWithCodes());
        if (!profile) return profile.error();
        const DeviceStanding& standing = profile->ledger().standing();
        if (standing.lastN != 0 || standing.lastContact) {
            return Error{ErrorCode::alreadyThere, "the ledger of " + member.folder + " is in use"};
        }
        profiles.push_back(*std::move(profile));
    }
    return profiles;
}

/// Writes saves and counts them and their new records.
class Scribe {
public:
    explicit Scribe(Profiles& profiles) : profiles_(profiles) {}

    Result<Done> write(const std::vector<Save>& saves)
    {
        for (const Save& save : saves) {
            const auto written = demo::write(profiles_[save.author].ledger(), save);
            if (!written) return written;
            ++seeded_.saves;
            for (const Written& change : save.changes) {
                if (!known_.insert(change.record).second) continue;
                ++seeded_.records[Schema::care().kind(change.kind)->name];
            }
        }
        return done();
    }

    const Seeded& seeded() const { return seeded_; }

private:
    Profiles& profiles_;
    std::set<RecordId> known_;
    Seeded seeded_;
};

}  // namespace

Result<Seeded> seed(const Place& place, const std::string& pin, std::uint64_t seed, Instant now)
{
    auto opened = openAll(place, pin);
    if (!opened) return opened.error();
    std::vector<RecordId> members;
    for (const Profile& profile : *opened) {
        members.push_back(profile.card().member);
    }
    const InventedCentre centre = inventCentre(Dice(seed), now, std::move(members));
    Scribe scribe(*opened);
    if (auto written = scribe.write(personFiles(centre)); !written) return written.error();
    const VisitTales tales = tellVisits(centre);
    if (auto written = scribe.write(tales.saves); !written) return written.error();
    const auto dotsOf = [&](const Reviewable& record) -> std::vector<Dot> {
        const auto state = (*opened)[record.author].ledger().ledger().record(record.record);
        return state && *state ? RecordReading(**state).dots() : std::vector<Dot>{};
    };
    const auto reviewed = scribe.write(reviews(centre, tales.reviewables, dotsOf));
    if (!reviewed) return reviewed.error();
    return scribe.seeded();
}

}  // namespace liaison::demo
