// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>
#include <sqlite3.h>

#include <filesystem>

#include "liaison/v1/care.pb.h"
#include "tests/support/small_world.h"

namespace liaison::test {

namespace {

constexpr std::uint32_t kPerson = 2;
constexpr std::uint32_t kIntervention = 5;
constexpr int kEdits = 100;

/// Counts the statements that are run on files of this name which are opened while it is there.
class StatementCount {
public:
    explicit StatementCount(const std::string& file)
    {
        fileName = file;
        statements = 0;
        sqlite3_auto_extension(reinterpret_cast<void (*)()>(&watch));
    }
    ~StatementCount() { sqlite3_cancel_auto_extension(reinterpret_cast<void (*)()>(&watch)); }

    int taken() { return std::exchange(statements, 0); }

private:
    static int watch(sqlite3* db, const char**, const sqlite3_api_routines*)
    {
        return sqlite3_trace_v2(db, SQLITE_TRACE_STMT, &note, db);
    }
    static int note(unsigned, void* db, void*, void*)
    {
        const char* path = sqlite3_db_filename(static_cast<sqlite3*>(db), "main");
        if (path != nullptr && std::filesystem::path(path).filename() == fileName) ++statements;
        return 0;
    }

    static inline std::string fileName;
    static inline int statements = 0;
};

/// A phone that has written many new records about one person its centre knows.
class BusyPhone {
public:
    BusyPhone(const TempFolder& folder, const std::string& name, SmallCentre& centre)
        : phone_(folder, name, centre, v1::ROLE_NURSE, Schema::care())
    {
        v1::Person person;
        person.set_family_name("Rouchon");
        const RecordId id = phone_.write(kPerson, person);
        synchronise(phone_, centre);
        for (int i = 0; i < kEdits; ++i) {
            v1::Intervention call;
            call.set_person(id.bytes());
            call.set_at(centre.clock().now.time_since_epoch().count());
            call.set_prestation("V1-ORI-01");
            phone_.write(kIntervention, call);
        }
    }

    SmallPhone& phone() { return phone_; }

private:
    SmallPhone phone_;
};

}  // namespace

TEST(Statements, AreThreeOrFourForEachEditThatACentreTakesIn)
{
    const TempFolder folder;
    FakeClock clock;
    StatementCount count("centre.db");
    SmallCentre centre(folder, clock, Schema::care());
    BusyPhone busy(folder, "claire", centre);
    count.taken();

    synchronise(busy.phone(), centre);

    const int statements = count.taken();
    EXPECT_GE(statements, 2 * kEdits);
    EXPECT_LE(statements, 4 * kEdits);
    EXPECT_EQ(busy.phone().digest(), centre.digest(v1::ROLE_NURSE));
}

TEST(Statements, AreFewerThanTwoForEachEditThatAPhoneHearsTheWordOn)
{
    const TempFolder folder;
    FakeClock clock;
    StatementCount count("claire.db");
    SmallCentre centre(folder, clock, Schema::care());
    BusyPhone busy(folder, "claire", centre);
    count.taken();

    synchronise(busy.phone(), centre);

    const int statements = count.taken();
    EXPECT_GE(statements, kEdits);
    EXPECT_LT(statements, 2 * kEdits);
    EXPECT_EQ(*busy.phone().ledger().waiting(), 0u);
}

}  // namespace liaison::test
