// SPDX-License-Identifier: GPL-3.0-or-later
#include <stdexcept>

#include "shared/record/change_draft.h"
#include "tests/load/crowd.h"
#include "tests/load/notes.h"
#include "tests/load/phone.h"
#include "tests/load/tasks.h"

namespace liaison::load {

namespace {

using nlohmann::json;

constexpr std::chrono::minutes kPatience{5};
constexpr std::size_t kPersons = 100;
constexpr int kReconnectsMax = 20;
constexpr std::uint32_t kDurationField = 10;

/// One phone with its centre, and what it has written there.
class Day {
public:
    Day(const Place& place, const Invite& invite)
        : place_(place),
          enrolment_(enrol({invite}, place.port)),
          phone_(*enrolment_.devices.front(), place.folder),
          notes_(place.seed, SystemClock().now() - std::chrono::hours(24 * 90))
    {
    }

    Phone& phone() { return phone_; }

    /// Connects where it is not, says everything and hears everything.
    void settle()
    {
        if (phone_.line() == nullptr) crowd_.dial(phone_);
        phone_.pump();
        bool isInTime = crowd_.settle(kPatience);
        // A phone that is sent away comes back; here at once, and it is told in the figures.
        while (phone_.fault() && phone_.fault()->code == ErrorCode::busy &&
               reconnects_ < kReconnectsMax) {
            ++reconnects_;
            crowd_.dial(phone_);
            isInTime = crowd_.settle(kPatience);
        }
        if (phone_.fault()) throw std::runtime_error("sync: " + phone_.fault()->detail);
        if (!isInTime) throw std::runtime_error("a sync takes too long");
    }

    void leave() { crowd_.drop(phone_); }

    std::uint64_t refused()
    {
        const auto count = phone_.ledger().refusedCount();
        if (!count) throw std::runtime_error(count.error().detail);
        return *count;
    }

    /// The same, measured.
    json measured()
    {
        const Traffic before = phone_.traffic();
        const Meter meter(place_.watched());
        settle();
        const Traffic used = phone_.traffic() - before;
        json cost = meter.stop(used.up, used.down);
        cost["reconnects"] = std::exchange(reconnects_, 0);
        return cost;
    }

    void writePersons()
    {
        phone_.hurry();
        for (std::size_t i = 0; i < kPersons; ++i) {
            const WrittenPerson person = notes_.person();
            phone_.save(making(person.id, "Person", person.message), person.at);
            persons_.push_back(person.id);
        }
        phone_.takeCare();
    }

    void writeRecords(std::size_t count)
    {
        phone_.hurry();
        for (std::size_t i = 0; i < count; ++i) {
            const WrittenIntervention written = notes_.intervention(persons_);
            phone_.save(making(written.id, "Intervention", written.message), written.at);
        }
        phone_.takeCare();
    }

    /// The records that this phone holds are those that are edited from now on.
    void findRecords()
    {
        RecordQuery query;
        query.kind = Schema::care().kind("Intervention")->number;
        const auto rows = phone_.ledger().ledger().records(query);
        if (!rows || rows->empty()) throw std::runtime_error("this phone holds no record");
        for (const RecordRow& row : *rows) {
            records_.push_back(row.id);
        }
    }

    /// Changes one small field of the i-th record, having seen what stands there.
    void editOne(std::size_t i)
    {
        const RecordId id = records_.at(i);
        const auto state = phone_.ledger().ledger().record(id);
        if (!state || !*state) throw std::runtime_error("a record of this phone is gone");
        v1::Intervention message;
        message.set_duration_minutes(static_cast<std::int32_t>(notes_.dice().between(91, 1000)));
        ChangeDraft draft{id, (*state)->kind, {}};
        draft.touch(kDurationField, RecordReading(**state), message.SerializeAsString());
        const auto change = changeOf(draft, phone_.ledger().ownPending(id));
        if (!change) throw std::runtime_error("an edit that changes nothing");
        phone_.save(*change, notes_.tick());
    }

    void writeEdits(std::size_t count)
    {
        phone_.hurry();
        for (std::size_t i = 0; i < count; ++i) {
            editOne(i * records_.size() / count);
        }
        phone_.takeCare();
    }

    json quietDials(std::size_t tries)
    {
        std::vector<double> seconds;
        const Traffic before = phone_.traffic();
        const Meter meter(place_.watched());
        for (std::size_t i = 0; i < tries; ++i) {
            leave();
            settle();
            seconds.push_back(secondsOf(phone_.settledAt() - phone_.dialledAt()));
        }
        return perTry(meter, phone_.traffic() - before, seconds);
    }

    json quietPings(std::size_t tries)
    {
        std::vector<double> seconds;
        const Traffic before = phone_.traffic();
        const Meter meter(place_.watched());
        for (std::size_t i = 0; i < tries; ++i) {
            const auto began = std::chrono::steady_clock::now();
            const std::uint64_t pongs = phone_.pongs();
            phone_.ping();
            const auto isAnswered = [&] { return phone_.pongs() > pongs || phone_.fault(); };
            if (!crowd_.run(isAnswered, kPatience) || phone_.fault()) {
                throw std::runtime_error("the centre does not answer");
            }
            seconds.push_back(secondsOf(std::chrono::steady_clock::now() - began));
        }
        return perTry(meter, phone_.traffic() - before, seconds);
    }

    json durableSaves(std::size_t tries)
    {
        std::vector<double> seconds;
        const Meter meter(place_.watched());
        for (std::size_t i = 0; i < tries; ++i) {
            const auto began = std::chrono::steady_clock::now();
            editOne(i % records_.size());
            seconds.push_back(secondsOf(std::chrono::steady_clock::now() - began));
        }
        return perTry(meter, {}, seconds);
    }

private:
    static double secondsOf(std::chrono::steady_clock::duration duration)
    {
        return std::chrono::duration<double>(duration).count();
    }

    /// What one of many tries took: the median of the wall, the mean of the rest.
    static json perTry(const Meter& meter, const Traffic& traffic, const std::vector<double>& walls)
    {
        json cost = meter.stop(traffic.up, traffic.down);
        const auto tries = static_cast<double>(walls.size());
        for (const char* part :
             {"phone_cpu_s", "server_cpu_s", "cpu_s", "bytes_up", "bytes_down"}) {
            cost[part] = cost[part].get<double>() / tries;
        }
        cost["spread"] = percentiles(walls);
        cost["wall_s"] = cost["spread"]["p50"];
        return cost;
    }

    const Place& place_;
    Enrolment enrolment_;
    Phone phone_;
    Notes notes_;
    Crowd crowd_;
    int reconnects_ = 0;  ///< because the centre was busy
    std::vector<RecordId> persons_;
    std::vector<RecordId> records_;
};

/// Whether the phone holds what the centre holds.
void compare(Day& day, const Office& office, const std::string& centre)
{
    const auto digest = day.phone().ledger().ledger().digest(v1::ROLE_SUPERVISOR);
    if (!digest || *digest != office.digest(centre, v1::ROLE_SUPERVISOR)) {
        throw std::runtime_error("the phone does not hold what its centre holds");
    }
}

}  // namespace

json push(const Place& place, const Amount& amount)
{
    const Office office(place.serverData);
    Day day(place, office.addCentre(amount.centre));
    day.settle();
    day.writePersons();
    day.settle();
    day.leave();

    json figures;
    day.writeRecords(amount.records);
    figures["push"] = day.measured();
    compare(day, office, amount.centre);
    return {{"figures", figures}, {"errors", day.refused()}};
}

json pull(const Place& place, const Amount& amount)
{
    const Office office(place.serverData);
    Day day(place, office.invite(amount.centre, v1::ROLE_SUPERVISOR, "Nouvelle"));
    json figures;
    figures["pull"] = day.measured();
    compare(day, office, amount.centre);
    day.findRecords();
    day.writeEdits(amount.edits);
    figures["edits"] = day.measured();
    compare(day, office, amount.centre);
    figures["quiet_new"] = day.quietDials(amount.tries);
    figures["quiet_open"] = day.quietPings(amount.tries);
    day.leave();
    figures["save"] = day.durableSaves(amount.tries);
    return {{"figures", figures}, {"errors", day.refused()}};
}

}  // namespace liaison::load
