// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/base/error_code.h"
#include "tests/e2e/region.h"
#include "tests/support/dice.h"

namespace liaison::e2e {

class CutLine : public Region {
protected:
    std::string create(const std::string& text)
    {
        return writer.create("Transmission", transmissionAbout(person, text));
    }

    /// Text that zstd cannot make much of, so that a save has bytes to be cut in.
    std::string longText()
    {
        std::string text(12'000, ' ');
        for (char& letter : text) {
            letter = static_cast<char>('!' + dice.below(90));
        }
        return text;
    }

    /// What one undisturbed synchronisation carries.
    Traffic trafficOf(const Phone& phone)
    {
        phone.sync();
        return line.whole();
    }

    /// One attempt over a line that breaks; it must not count as done.
    void expectCut(const Phone& phone, const Weather& weather, const std::string& where)
    {
        const std::uint64_t cutsBefore = line.cuts();
        line.set(weather);

        const Outcome outcome = phone.command({"sync"});

        EXPECT_EQ(outcome.exitCode, static_cast<int>(ErrorCode::unreachable))
            << where << ": " << outcome.err;
        EXPECT_GT(line.cuts(), cutsBefore) << where << ": the line did not break";
        line.mend();
    }

    Dice dice{7};
    Phone writer = joined("nurse", "Anne Morel");
    Phone reader = joined("nurse", "Paul Girard");
    std::string person = writer.create("Person", somePerson());
};

TEST_F(CutLine, AgainAndAgainBeforeAnythingGotThroughKeepsAllOfIt)
{
    create(longText());
    const Traffic whole = trafficOf(writer);
    std::size_t count = 1;
    for (const std::uint64_t part : {10u, 50u, 80u, 50u, 10u}) {
        create(longText());
        ++count;

        expectCut(writer, {.cutAfterUp = whole.up * part / 100}, "up " + std::to_string(part));
    }
    EXPECT_EQ(writer.status().at("waiting"), count - 1);

    writer.sync();
    reader.sync();

    EXPECT_EQ(reader.records("Transmission").size(), count);
    expectAgreement(writer, reader, "nurse");
}

TEST_F(CutLine, AnywhereWhileReceivingIsTakenUpWhereItEnded)
{
    std::size_t count = 0;
    for (const std::uint64_t bytes : {1u, 500u, 1'200u, 2'000u, 5'000u, 9'000u}) {
        create(longText());
        ++count;
        writer.sync();

        expectCut(reader, {.cutAfterDown = bytes}, "down " + std::to_string(bytes));
    }

    reader.sync();

    EXPECT_EQ(reader.records("Transmission").size(), count);
    EXPECT_TRUE(reader.status().at("first_run_complete").get<bool>());
    expectAgreement(writer, reader, "nurse");
}

TEST_F(CutLine, BetweenTheServersAnswerAndAJoiningPhoneCostsNothing)
{
    joined("aide", "Denise Faure");
    const std::uint64_t whole = line.whole().down;
    const std::string code = server.invite("aide", "Farid Benali");
    const Phone aide = phone("aide");
    // The answer is longer than this, and the end of TLS behind it is shorter.
    line.set({.cutAfterDown = whole - 60});

    const Outcome cut = aide.command({"join", code});
    line.mend();
    const json joined = aide.join(code);
    const json again = aide.join(code);

    EXPECT_EQ(cut.exitCode, static_cast<int>(ErrorCode::unreachable)) << cut.err;
    EXPECT_EQ(joined.at("member_name"), "Farid Benali");
    EXPECT_EQ(again, joined);
    EXPECT_EQ(aide.sync().at("waiting"), 0);
    EXPECT_EQ(server.devices().size(), 4u);
}

TEST_F(CutLine, AndAServerThatIsAwayLeavesThePhoneAtWork)
{
    server.kill();
    const std::string id = create("écrit sans réseau");
    const Outcome away = writer.command({"sync"});
    EXPECT_EQ(away.exitCode, static_cast<int>(ErrorCode::unreachable)) << away.err;
    EXPECT_EQ(writer.shown(id, "data"), "écrit sans réseau");

    start();
    writer.sync();
    reader.sync();

    EXPECT_EQ(reader.shown(id, "data"), "écrit sans réseau");
}

}  // namespace liaison::e2e
