// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <stdexcept>

#include "tests/floor/line.h"
#include "tests/floor/sides.h"
#include "tests/floor/store.h"
#include "tests/load/notes.h"

namespace liaison::floor {

namespace {

using load::Meter;
using nlohmann::json;

constexpr std::uint64_t kPusher = 0xA1B2C3D4E5F6;
constexpr std::uint64_t kPuller = 0x1A2B3C4D5E6F;
constexpr std::size_t kPersons = 100;
constexpr std::size_t kFramesAhead = 4;
constexpr std::uint32_t kPersonKind = 2;
constexpr std::uint32_t kInterventionKind = 5;

class Day {
public:
    Day(const load::Place& place, std::uint64_t device)
        : place_(place),
          device_(device),
          store_(place.folder / "floor.db"),
          context_(makeContext(TLS_client_method())),
          notes_(place.seed, SystemClock().now() - std::chrono::hours(24 * 90))
    {
    }

    Store& store() { return store_; }

    void connect()
    {
        leave();
        line_ = std::make_unique<Line>(context_.get(), place_.port);
        FloorFrame hello;
        hello.set_cursor(store_.cursor() + answeredN_);
        line_->send(hello);
        head_ = receive().head();
    }

    void leave()
    {
        if (line_) up_ += line_->bytesUp(), down_ += line_->bytesDown();
        line_.reset();
    }

    void pushAll()
    {
        if (!line_) connect();
        std::size_t ahead = 0;
        while (sentN_ < lastN_ || ahead > 0) {
            if (sentN_ < lastN_ && ahead < kFramesAhead) {
                const FloorFrame frame = store_.after(pulled_ + sentN_, kFrameEdits);
                line_->send(frame);
                sentN_ += static_cast<std::uint64_t>(frame.edits_size());
                ++ahead;
            } else {
                answeredN_ = receive().applied();
                store_.noteAnswered(answeredN_);
                --ahead;
            }
        }
    }

    void pullAll()
    {
        connect();
        while (store_.cursor() < head_) {
            const FloorFrame frame = receive();
            store_.apply(
                frame, frame.first_sequence() + static_cast<std::uint64_t>(frame.edits_size()) - 1);
        }
        pulled_ = store_.cursor();
    }

    std::uint64_t ping()
    {
        FloorFrame frame;
        frame.set_ping(++pings_);
        line_->send(frame);
        return receive().statements();
    }

    void save(const RecordId& record, Instant at, std::uint32_t kind,
              const google::protobuf::Message& message)
    {
        FloorFrame frame;
        frame.set_device(device_);
        frame.set_first_n(++lastN_);
        FloorEdit& edit = *frame.add_edits();
        edit.set_record(record.bytes());
        edit.set_stamp(static_cast<std::uint64_t>(at.time_since_epoch().count()) << 16);
        edit.set_kind(kind);
        edit.set_patch(message.SerializeAsString());
        store_.apply(frame, store_.cursor());
    }

    void writePersons()
    {
        store_.setDurable(false);
        for (std::size_t i = 0; i < kPersons; ++i) {
            const load::WrittenPerson person = notes_.person();
            save(person.id, person.at, kPersonKind, person.message);
            persons_.push_back(person.id);
        }
        store_.setDurable(true);
    }

    void writeRecords(std::size_t count)
    {
        store_.setDurable(false);
        for (std::size_t i = 0; i < count; ++i) {
            const load::WrittenIntervention written = notes_.intervention(persons_);
            save(written.id, written.at, kInterventionKind, written.message);
        }
        store_.setDurable(true);
    }

    void findRecords()
    {
        for (const std::string& id : store_.idsOf(kInterventionKind)) {
            records_.push_back(*RecordId::fromBytes(id));
        }
    }

    void editOne(std::size_t i)
    {
        v1::Intervention message;
        message.set_duration_minutes(static_cast<std::int32_t>(notes_.dice().between(91, 1000)));
        save(records_.at(i % records_.size()), notes_.tick(), kInterventionKind, message);
    }

    void writeEdits(std::size_t count)
    {
        store_.setDurable(false);
        for (std::size_t i = 0; i < count; ++i) {
            editOne(i * records_.size() / count);
        }
        store_.setDurable(true);
    }

    /// What some work takes.
    template <typename Work>
    json measured(const Work& work)
    {
        const auto [up, down] = bytes();
        const Meter meter(place_.watched());
        work();
        const auto [upNow, downNow] = bytes();
        return meter.stop(upNow - up, downNow - down);
    }

    /// What one of many tries takes: the median of the wall, the mean of the rest.
    template <typename Work>
    json perTry(std::size_t tries, const Work& work)
    {
        std::vector<double> walls;
        json cost = measured([&] {
            for (std::size_t i = 0; i < tries; ++i) {
                const auto began = std::chrono::steady_clock::now();
                work(i);
                const auto took = std::chrono::steady_clock::now() - began;
                walls.push_back(std::chrono::duration<double>(took).count());
            }
        });
        for (const char* part :
             {"phone_cpu_s", "server_cpu_s", "cpu_s", "bytes_up", "bytes_down"}) {
            cost[part] = cost[part].get<double>() / static_cast<double>(tries);
        }
        cost["spread"] = load::percentiles(walls);
        cost["wall_s"] = cost["spread"]["p50"];
        return cost;
    }

private:
    FloorFrame receive()
    {
        FloorFrame frame;
        if (!line_->receive(frame)) throw std::runtime_error("the centre has left");
        return frame;
    }

    std::pair<std::uint64_t, std::uint64_t> bytes() const
    {
        if (!line_) return {up_, down_};
        return {up_ + line_->bytesUp(), down_ + line_->bytesDown()};
    }

    const load::Place& place_;
    std::uint64_t device_;
    Store store_;
    std::unique_ptr<SSL_CTX, FreeContext> context_;
    load::Notes notes_;
    std::unique_ptr<Line> line_;
    std::uint64_t head_ = 0;
    std::uint64_t pulled_ = 0;  ///< own edits are behind these in the log, here and there
    std::uint64_t lastN_ = 0;
    std::uint64_t sentN_ = 0;
    std::uint64_t answeredN_ = 0;
    std::uint64_t pings_ = 0;
    std::uint64_t up_ = 0;
    std::uint64_t down_ = 0;
    std::vector<RecordId> persons_;
    std::vector<RecordId> records_;
};

double perEdit(std::uint64_t statements, std::size_t edits)
{
    return static_cast<double>(statements) / static_cast<double>(std::max<std::size_t>(edits, 1));
}

}  // namespace

json push(const load::Place& place, const load::Amount& amount)
{
    Day day(place, kPusher);
    day.writePersons();
    day.pushAll();
    const std::uint64_t before = day.ping();
    day.leave();

    json figures;
    day.writeRecords(amount.records);
    figures["push"] = day.measured([&] { day.pushAll(); });
    const double statements = perEdit(day.ping() - before, amount.records);
    return {{"figures", figures},
            {"errors", 0},
            {"digest", day.store().digest()},
            {"statements_per_edit", statements}};
}

json pull(const load::Place& place, const load::Amount& amount)
{
    Day day(place, kPuller);
    const std::uint64_t before = day.store().statements();
    json figures;
    figures["pull"] = day.measured([&] { day.pullAll(); });
    const double statements = perEdit(day.store().statements() - before, amount.records + kPersons);
    const std::string digest = day.store().digest();

    day.findRecords();
    day.writeEdits(amount.edits);
    figures["edits"] = day.measured([&] { day.pushAll(); });
    figures["quiet_new"] = day.perTry(amount.tries, [&](std::size_t) { day.connect(); });
    figures["quiet_open"] = day.perTry(amount.tries, [&](std::size_t) { day.ping(); });
    day.leave();
    figures["save"] = day.perTry(amount.tries, [&](std::size_t i) { day.editOne(i); });
    return {{"figures", figures},
            {"errors", 0},
            {"digest", digest},
            {"statements_per_edit", statements}};
}

}  // namespace liaison::floor
