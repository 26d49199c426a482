// SPDX-License-Identifier: GPL-3.0-or-later
#include <stdexcept>

#include "tests/load/crowd.h"
#include "tests/load/lean_phone.h"
#include "tests/load/notes.h"
#include "tests/load/phone.h"
#include "tests/load/tasks.h"

namespace liaison::load {

namespace {

using nlohmann::json;
using Phones = std::vector<std::unique_ptr<LeanPhone>>;

constexpr std::chrono::minutes kPatience{5};
constexpr std::size_t kPersons = 10;

std::string centreName(std::size_t number)
{
    return "Centre " + std::to_string(number + 1);
}

double secondsOf(std::chrono::steady_clock::duration duration)
{
    return std::chrono::duration<double>(duration).count();
}

/// Some centres, each with as many devices of supervisors.
class Region {
public:
    Region(const Place& place, const Amount& amount)
        : place_(place),
          office_(place.serverData),
          notes_(place.seed, SystemClock().now() - std::chrono::hours(24 * 90)),
          persons_(amount.centres)
    {
        std::vector<Invite> invites;
        for (std::size_t i = 0; i < amount.centres; ++i) {
            invites.push_back(office_.addCentre(centreName(i)));
        }
        for (std::size_t i = invites.size(); i < amount.devices; ++i) {
            invites.push_back(
                office_.invite(centreName(i % amount.centres), v1::ROLE_SUPERVISOR, "Collègue"));
        }
        enrolment_ = enrol(invites, place.port);
        for (const auto& device : enrolment_.devices) {
            phones_.push_back(std::make_unique<LeanPhone>(*device));
        }
    }

    const Enrolment& enrolment() const { return enrolment_; }
    Phones& phones() { return phones_; }

    /// Connects all devices, lets them say and hear everything, and leave.
    void settle()
    {
        Crowd crowd;
        for (const auto& phone : phones_) {
            crowd.dial(*phone);
        }
        const bool isInTime = crowd.settle(kPatience);
        if (const auto fault = crowd.fault()) throw std::runtime_error("before: " + fault->detail);
        if (!isInTime) throw std::runtime_error("before: takes too long");
        for (const auto& phone : phones_) {
            crowd.drop(*phone);
        }
    }

    /// The first device of each centre writes its persons, and `records` in the first `full` ones.
    void fill(std::size_t full, std::size_t records)
    {
        for (std::size_t centre = 0; centre < persons_.size(); ++centre) {
            LeanPhone& phone = *phones_.at(centre);
            for (std::size_t i = 0; i < kPersons; ++i) {
                const WrittenPerson person = notes_.person();
                phone.write(making(person.id, "Person", person.message), person.at);
                persons_[centre].push_back(person.id);
            }
            if (centre < full) write(centre, records);
        }
    }

    void write(std::size_t device, std::size_t count)
    {
        const auto& persons = persons_[device % persons_.size()];
        for (std::size_t i = 0; i < count; ++i) {
            const WrittenIntervention written = notes_.intervention(persons);
            phones_.at(device)->write(making(written.id, "Intervention", written.message),
                                      written.at);
        }
    }

    /// From now on counts what each device hears.
    void listen()
    {
        heard_.clear();
        for (const auto& phone : phones_) {
            heard_.push_back(phone->received());
        }
    }

    /// Whether each device has heard so many edits from every other one of its centre.
    bool isHeard(std::size_t edits)
    {
        for (; listening_ < phones_.size(); ++listening_) {
            const std::size_t centre = listening_ % persons_.size();
            const std::size_t others = (phones_.size() - centre - 1) / persons_.size();
            const std::uint64_t all = heard_[listening_] + others * edits;
            if (phones_[listening_]->received() < all) return false;
        }
        return true;
    }

    /// A new device in each of the first `count` centres.
    Enrolment newcomers(std::size_t count) const
    {
        std::vector<Invite> invites;
        for (std::size_t i = 0; i < count; ++i) {
            invites.push_back(
                office_.invite(centreName(i % persons_.size()), v1::ROLE_SUPERVISOR, "Nouvelle"));
        }
        return enrol(invites, place_.port, static_cast<std::uint32_t>(phones_.size()));
    }

private:
    const Place& place_;
    Office office_;
    Notes notes_;
    Enrolment enrolment_;
    Phones phones_;
    std::vector<std::vector<RecordId>> persons_;  ///< of each centre
    std::vector<std::uint64_t> heard_;            ///< by each device, when `listen` was called
    std::size_t listening_ = 0;                   ///< the first that has not heard everything
};

Traffic trafficOf(const Phones& phones)
{
    Traffic all;
    for (const auto& phone : phones) {
        all = all + phone->traffic();
    }
    return all;
}

std::uint64_t appliedOf(const Phones& phones)
{
    std::uint64_t all = 0;
    for (const auto& phone : phones) {
        all += phone->applied();
    }
    return all;
}

/// What became of devices that did the same.
json outcome(const Phones& phones)
{
    std::vector<double> waits, answers, syncs;
    std::uint64_t applied = 0, refused = 0, received = 0, settled = 0;
    for (const auto& phone : phones) {
        applied += phone->applied();
        refused += phone->refused();
        received += phone->received();
        if (!phone->isSettled()) continue;
        ++settled;
        if (phone->written() > 0) {
            answers.push_back(secondsOf(phone->answeredAt() - phone->openedAt()));
        }
        waits.push_back(secondsOf(phone->openedAt() - phone->dialledAt()));
        syncs.push_back(secondsOf(phone->settledAt() - phone->openedAt()));
    }
    return {{"devices", phones.size()},
            {"settled", settled},
            {"applied", applied},
            {"refused", refused},
            {"received", received},
            {"handshake_s", percentiles(waits)},
            {"answered_s", percentiles(answers)},
            {"sync_s", percentiles(syncs)}};
}

}  // namespace

json join(const Place& place, const Amount& amount)
{
    const Meter meter(place.watched());
    Region region(place, amount);
    const Enrolment& enrolment = region.enrolment();
    json cost = meter.stop(enrolment.traffic.up, enrolment.traffic.down);
    cost["joining_s"] = enrolment.wallSeconds;
    return {{"figures", {{"join", cost}}},
            {"join_s", percentiles(enrolment.joinSeconds)},
            {"devices", enrolment.devices.size()},
            {"errors", 0}};
}

json storm(const Place& place, const Amount& amount)
{
    Region region(place, amount);
    region.fill(std::min(amount.firstRuns, amount.centres), amount.records);
    region.settle();
    region.settle();
    const Enrolment arrivals = region.newcomers(amount.firstRuns);
    Phones newcomers;
    for (const auto& device : arrivals.devices) {
        newcomers.push_back(std::make_unique<LeanPhone>(*device));
    }
    region.listen();
    for (std::size_t i = 0; i < region.phones().size(); ++i) {
        region.write(i, amount.edits);
    }

    const std::uint64_t appliedBefore = appliedOf(region.phones());
    const Traffic before = trafficOf(region.phones());
    Crowd crowd;
    const Meter meter(place.watched());
    for (const Phones* phones : {&region.phones(), &newcomers}) {
        for (const auto& phone : *phones) {
            crowd.dial(*phone);
        }
    }
    const bool isSettled = crowd.settle(kPatience);
    const double settled = meter.wallSeconds();
    const auto hasEverything = [&] { return crowd.faults() > 0 || region.isHeard(amount.edits); };
    const bool isInTime = isSettled && crowd.run(hasEverything, kPatience);
    const Traffic used = trafficOf(region.phones()) + trafficOf(newcomers) - before;
    json result = {{"figures", {{"storm", meter.stop(used.up, used.down)}}},
                   {"small_syncs", outcome(region.phones())},
                   {"first_runs", outcome(newcomers)},
                   {"edits_applied", appliedOf(region.phones()) - appliedBefore},
                   {"settled_s", settled},
                   {"in_time", isInTime},
                   {"errors", crowd.faults() + (isInTime ? 0 : 1)}};
    if (const auto fault = crowd.fault()) result["first_error"] = fault->detail;
    return result;
}

json live(const Place& place, const Amount& amount)
{
    Region region(place, {.centres = 1, .devices = amount.devices});
    region.fill(0, 0);
    region.settle();
    Crowd crowd;
    for (const auto& phone : region.phones()) {
        crowd.dial(*phone);
    }
    if (!crowd.settle(kPatience)) throw std::runtime_error("the devices do not settle");
    LeanPhone& writer = *region.phones().front();
    std::vector<double> arrivals;
    std::size_t errors = 0;
    const Traffic before = trafficOf(region.phones());
    const Meter meter(place.watched());
    for (std::size_t i = 0; i < amount.edits && errors == 0; ++i) {
        std::vector<std::uint64_t> known;
        for (const auto& phone : region.phones()) {
            known.push_back(phone->received());
        }
        region.write(0, 1);
        const auto began = std::chrono::steady_clock::now();
        writer.pump();
        const auto isEverywhere = [&] {
            for (std::size_t at = 1; at < known.size(); ++at) {
                if (region.phones()[at]->received() == known[at]) return false;
            }
            return writer.isSettled();
        };
        if (!crowd.run(isEverywhere, kPatience)) ++errors;
        for (std::size_t at = 1; at < known.size(); ++at) {
            arrivals.push_back(secondsOf(region.phones()[at]->receivedAt() - began));
        }
    }
    const Traffic used = trafficOf(region.phones()) - before;
    return {{"figures", {{"live", meter.stop(used.up, used.down)}}},
            {"arrival_s", percentiles(arrivals)},
            {"devices", amount.devices},
            {"errors", errors + crowd.faults()}};
}

}  // namespace liaison::load
