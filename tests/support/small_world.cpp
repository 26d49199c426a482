// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/small_world.h"

#include <gtest/gtest.h>

#include <filesystem>

#include "shared/base/bytes.h"
#include "shared/base/sha256.h"
#include "shared/record/patch.h"
#include "shared/sync/judge_again.h"

namespace liaison::test {

namespace {

const std::vector<std::string> kPins = {std::string(32, 'p')};

/// What is read twice is encoded twice: no message passes by reference.
template <typename Message>
Message overTheWire(const Message& message)
{
    Message copy;
    EXPECT_TRUE(copy.ParseFromString(message.SerializeAsString()));
    return copy;
}

}  // namespace

SmallCentre::SmallCentre(const TempFolder& folder, FakeClock& clock, const Schema& schema)
    : path_(folder.file("centre.db")), clock_(clock), schema_(&schema)
{
    CentreStanding standing;
    standing.id = RecordId::make(clock.now);
    standing.name = "CRT Les Tilleuls";
    standing.number = DeviceNumber::ofKey(sha256("centre" + standing.id.bytes()));
    auto made = CentreLedger::create(path_, key_, schema, standing);
    EXPECT_TRUE(made) << made.error().detail;
    ledger_ = *std::move(made);
}

void SmallCentre::restart()
{
    ledger_.reset();
    auto opened = CentreLedger::open(path_, key_, *schema_);
    ASSERT_TRUE(opened) << opened.error().detail;
    ledger_ = *std::move(opened);
    ASSERT_TRUE(judgeNewer(*ledger_, clock_.now));
}

void SmallCentre::update(const Schema& schema)
{
    schema_ = &schema;
    restart();
}

void SmallCentre::backUp()
{
    ledger_.reset();
    std::filesystem::copy_file(path_, path_ + ".backup",
                               std::filesystem::copy_options::overwrite_existing);
    restart();
}

void SmallCentre::restore()
{
    ledger_.reset();
    std::filesystem::copy_file(path_ + ".backup", path_,
                               std::filesystem::copy_options::overwrite_existing);
    restart();
}

void SmallCentre::backUpFiles()
{
    ledger_.reset();
    const auto files = std::filesystem::path(path_).replace_extension(".files.db");
    std::filesystem::copy_file(files, path_ + ".files.backup");
    restart();
}

void SmallCentre::restoreFiles()
{
    ledger_.reset();
    const auto files = std::filesystem::path(path_).replace_extension(".files.db");
    std::filesystem::copy_file(path_ + ".files.backup", files,
                               std::filesystem::copy_options::overwrite_existing);
    restart();
}

MadeInvite SmallCentre::invite(Role role, const std::string& familyName)
{
    auto made = liaison::invite(*ledger_, role, familyName, "", clock_.now,
                                clock_.now + std::chrono::minutes(15));
    EXPECT_TRUE(made) << made.error().detail;
    return *std::move(made);
}

std::string SmallCentre::digest(Role role)
{
    auto digest = ledger_->ledger().digest(role);
    EXPECT_TRUE(digest) << digest.error().detail;
    return *digest;
}

SmallPhone::SmallPhone(const TempFolder& folder, const std::string& name, SmallCentre& centre,
                       Role role, const Schema& schema)
    : path_(folder.file(name + ".db")), clock_(centre.clock()), schema_(&schema)
{
    const std::string pin = sha256(name + randomBytes(8));
    const MadeInvite made = centre.invite(role, name);
    v1::Join message;
    message.set_invite(made.stored.id);
    message.set_secret(made.secret);
    message.set_device_name(name);
    const auto joined = join(centre.ledger(), message, pin, kPins, clock_.now);
    EXPECT_TRUE(joined) << joined.error().detail;
    member_ = *RecordId::fromBytes(joined->member());
    number_ = DeviceNumber::ofKey(pin);
    open();
    const auto founded = ledger_->found(number_, *RecordId::fromBytes(joined->centre()), member_,
                                        joined->unlock_token());
    EXPECT_TRUE(founded) << founded.error().detail;
}

SmallPhone::SmallPhone(const SmallPhone& original, const TempFolder& folder)
    : path_(folder.file("copy.db")),
      key_(original.key_),
      clock_(original.clock_),
      schema_(original.schema_),
      member_(original.member_),
      number_(original.number_)
{
    std::filesystem::copy_file(original.path_, path_);
    open();
}

std::unique_ptr<SmallPhone> SmallPhone::cloned(const TempFolder& folder)
{
    ledger_.reset();
    std::unique_ptr<SmallPhone> copy(new SmallPhone(*this, folder));
    open();
    return copy;
}

void SmallPhone::open()
{
    auto opened = DeviceLedger::open(path_, key_, *schema_);
    ASSERT_TRUE(opened) << opened.error().detail;
    ledger_ = *std::move(opened);
}

void SmallPhone::restart()
{
    ledger_.reset();
    open();
}

void SmallPhone::update(const Schema& schema)
{
    schema_ = &schema;
    restart();
}

Result<RecordId> SmallPhone::tryWrite(std::uint32_t kind, const google::protobuf::Message& patch,
                                      std::optional<RecordId> record)
{
    ChangeDraft draft{record.value_or(RecordId::make(clock_.now)), kind, {}};
    auto state = ledger_->ledger().record(draft.record);
    if (!state) return state.error();
    const RecordReading reading(state->value_or(RecordState{draft.record, kind, {}, {}}));
    const auto fields = cutPatch(patch.SerializeAsString());
    for (const auto& [number, bytes] : *fields) {
        draft.touch(number, reading, bytes);
    }
    const auto change = changeOf(draft, ledger_->ownPending(draft.record));
    if (!change) return Error{ErrorCode::empty, "nothing differs"};
    const auto saved = ledger_->save({*change}, clock_.now);
    if (!saved) return saved.error();
    return draft.record;
}

RecordId SmallPhone::write(std::uint32_t kind, const google::protobuf::Message& patch,
                           std::optional<RecordId> record)
{
    const auto written = tryWrite(kind, patch, record);
    EXPECT_TRUE(written) << written.error().detail;
    return written ? *written : RecordId{};
}

void SmallPhone::clear(const RecordId& record, std::uint32_t field)
{
    const auto state = ledger_->ledger().record(record);
    ASSERT_TRUE(state && *state);
    ChangeDraft draft{record, (*state)->kind, {}};
    draft.touch(field, RecordReading(**state), {});
    const auto change = changeOf(draft, ledger_->ownPending(draft.record));
    ASSERT_TRUE(change);
    const auto saved = ledger_->save({*change}, clock_.now);
    ASSERT_TRUE(saved) << saved.error().detail;
}

std::string SmallPhone::digest()
{
    auto digest = ledger_->ledger().digest(ledger_->standing().role);
    EXPECT_TRUE(digest) << digest.error().detail;
    return *digest;
}

std::string SmallPhone::shown(const RecordId& record)
{
    const auto state = ledger_->ledger().record(record);
    EXPECT_TRUE(state);
    return *state ? RecordReading(**state).shownMessage() : std::string();
}

SmallLine::SmallLine(DeviceLedger& phone, SmallCentre& centre)
    : centre_(centre),
      device_(phone, "test"),
      centreSession_(centre.ledger(), **centre.ledger().device(phone.standing().number), kPins)
{
}

bool SmallLine::fail(const Error& error)
{
    failed_ = true;
    fault_ = error;
    return false;
}

bool SmallLine::stepUp()
{
    if (passed_ >= limit_) return false;
    auto message = device_.next(centre_.clock().now);
    if (!message) return fail(message.error());
    if (!*message) return false;
    ++passed_;
    if (auto received = centreSession_.receive(overTheWire(**message), centre_.clock().now);
        !received) {
        return fail(received.error());
    }
    if (!centreSession_.hasPushes()) return true;
    auto transaction = centre_.ledger().ledger().begin();
    if (!transaction) return fail(transaction.error());
    if (auto judged = centreSession_.judge(centre_.clock().now); !judged) {
        centreSession_.dropPushes();
        return fail(judged.error());
    }
    auto committed = centre_.ledger().ledger().commit(*transaction);
    if (!committed) return fail(committed.error());
    centreSession_.committed();
    return true;
}

bool SmallLine::stepDown()
{
    if (passed_ >= limit_) return false;
    auto message = centreSession_.next(centre_.clock().now);
    if (!message) return fail(message.error());
    if (!*message) return false;
    ++passed_;
    auto received = device_.receive(overTheWire(**message), centre_.clock().now);
    if (!received) return fail(received.error());
    return true;
}

bool SmallLine::run()
{
    bool moved = true;
    while (moved && !failed_) {
        moved = false;
        while (!failed_ && stepUp())
            moved = true;
        while (!failed_ && stepDown())
            moved = true;
    }
    return !failed_;
}

bool SmallLine::runAtMost(int messages)
{
    limit_ = passed_ + messages;
    return run();
}

void synchronise(DeviceLedger& phone, SmallCentre& centre)
{
    SmallLine line(phone, centre);
    ASSERT_TRUE(line.run()) << name(line.fault().code) << " " << line.fault().detail;
    ASSERT_TRUE(line.isSettled());
}

}  // namespace liaison::test
