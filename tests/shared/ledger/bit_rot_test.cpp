// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <set>

#include "liaison/v1/care.pb.h"
#include "tests/support/dice.h"
#include "tests/support/small_world.h"

namespace liaison::test {

namespace {

constexpr std::uint32_t kPerson = 2;
constexpr int kDamages = 1'000;
constexpr std::size_t kPageBytes = 4'096;

std::string contents(const std::string& path)
{
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

/// The ledger of a device with 40 saves, and what one reads in it.
class BitRot : public testing::Test {
protected:
    void SetUp() override
    {
        {
            auto ledger = DeviceLedger::open(path, key, schema);
            ASSERT_TRUE(ledger);
            ASSERT_TRUE(ledger->found(number, RecordId::make(clock.now), RecordId::make(clock.now),
                                      "token"));
            for (int index = 0; index < 40; ++index) {
                v1::Person person;
                person.set_family_name("Personne " + std::to_string(index));
                person.set_precautions(std::string(dice.between(20, 900), 'p'));
                v1::Change change;
                change.set_record(RecordId::make(clock.now).bytes());
                change.set_kind(kPerson);
                change.set_patch(person.SerializeAsString());
                ASSERT_TRUE(ledger->save({change}, clock.now));
            }
        }
        whole = contents(path);
        edits = *editsIn(path);
    }

    /// The bytes of every edit in the file; the error of whoever noticed a damage.
    Result<std::set<std::string>> editsIn(const std::string& file)
    {
        auto ledger = DeviceLedger::open(file, key, schema);
        if (!ledger) return ledger.error();
        const auto own = ledger->ledger().editsOf(number, 1, 1'000);
        if (!own) return own.error();
        std::set<std::string> all;
        for (const LedgerEntry& entry : *own) {
            all.insert(entry.edit.bytes());
        }
        return all;
    }

    std::string damaged()
    {
        std::string bytes = whole;
        const std::size_t place = dice.below(bytes.size());
        switch (dice.below(3)) {
            case 0:
                bytes[place] = static_cast<char>(bytes[place] ^ (1 << dice.below(8)));
                break;
            case 1:
                std::fill_n(bytes.begin() + std::ptrdiff_t(place / kPageBytes * kPageBytes),
                            kPageBytes, '\0');
                break;
            default:
                bytes.resize(place);
        }
        return bytes;
    }

    const std::uint64_t seed = std::random_device{}();
    Dice dice{seed};
    TempFolder folder;
    FakeClock clock;
    const Schema& schema = Schema::care();
    const StoreKey key = StoreKey::make();
    const DeviceNumber number{0x1234};
    const std::string path = folder.file("ledger.db");
    std::string whole;
    std::set<std::string> edits;
};

}  // namespace

TEST_F(BitRot, NeverShowsAnEditThatNobodyWrote)
{
    int noticed = 0;
    int missing = 0;
    const std::string copy = folder.file("damaged.db");
    for (int index = 0; index < kDamages; ++index) {
        std::filesystem::remove(copy + "-wal");
        std::ofstream(copy, std::ios::binary | std::ios::trunc) << damaged();

        const auto found = editsIn(copy);

        if (!found) {
            ++noticed;
            continue;
        }
        const bool isKnown =
            std::includes(edits.begin(), edits.end(), found->begin(), found->end());
        ASSERT_TRUE(isKnown) << "seed " << seed << ", damage " << index;
        missing += found->size() < edits.size() ? 1 : 0;
    }
    RecordProperty("noticed", noticed);
    RecordProperty("missing", missing);
    EXPECT_GT(noticed, kDamages / 4) << "seed " << seed;
    // An index that lost its way to an edit is not looked for.
    EXPECT_LT(missing, kDamages / 40) << "seed " << seed;
}

}  // namespace liaison::test
