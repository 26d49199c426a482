// SPDX-License-Identifier: GPL-3.0-or-later
//
// kill -9 of either side while they synchronise. The line between them says where they are: the
// handshake and the greeting of a phone are less than kPushBegins bytes, and what it pushes here is
// more than kPushBytes of text that does not compress below it. From the moment the line has
// carried kPushBegins bytes up, it lets nothing down any more: a kill then falls between a push and
// its verdict.
#include "tests/e2e/region.h"
#include "tests/support/dice.h"

namespace liaison::e2e {

namespace {

constexpr std::uint64_t kPushBegins = 4'000;
constexpr std::size_t kTextCharacters = 15'000;
constexpr std::uint64_t kPushBytes = 11'000;

/// Where a round kills.
enum class Moment {
    halfPushed,   ///< a part of the push has reached the server
    committed,    ///< the server has the push on its disk, the phone knows nothing of it
    anywhere,     ///< after so and so many bytes
    whilePulling  ///< the other phone, in the middle of what it receives
};

struct Round {
    Moment moment;
    bool killsServer;
};

std::string noise(Dice& dice)
{
    static constexpr std::string_view kLetters =
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
    std::string text(kTextCharacters, ' ');
    for (char& letter : text) {
        letter = kLetters[dice.below(kLetters.size())];
    }
    return text;
}

std::vector<Round> thirtyRounds()
{
    std::vector<Round> rounds;
    for (int index = 0; index < 30; ++index) {
        const Moment moment = index % 6 < 2    ? Moment::halfPushed
                              : index % 6 < 4  ? Moment::committed
                              : index % 6 == 4 ? Moment::anywhere
                                               : Moment::whilePulling;
        rounds.push_back({moment, index % 2 == 0 || (index % 6 == 5 && index % 12 > 6)});
    }
    return rounds;
}

}  // namespace

class Kill : public Region {
protected:
    /// Writes one more transmission on the first phone, which nobody else has yet.
    void write()
    {
        const std::string text = noise(dice);
        written[writer.create("Transmission", transmissionAbout(person, text))] = text;
    }

    std::uint64_t committedN(const json& device) const
    {
        const json listed = server.devices();
        for (const json& one : listed) {
            if (one.at("number") == device) return one.at("last_n").get<std::uint64_t>();
        }
        return 0;
    }

    /// Lets the conversation come to the moment; true when that is between a push and its verdict.
    bool waitForMoment(Moment moment, std::uint64_t bytes, const json& standing)
    {
        if (moment == Moment::anywhere) {
            line.waitFor("some bytes", [&](const Traffic& so) { return so.up + so.down > bytes; });
            return false;
        }
        if (moment == Moment::whilePulling) {
            line.waitFor("a page", [&](const Traffic& so) { return so.down > bytes; });
            return false;
        }
        const Traffic then = line.waitFor(
            "a push", [&](const Traffic& so) { return so.isOpen && so.up >= kPushBegins; });
        if (moment == Moment::committed) {
            waitUntil("the server to commit",
                      [&] { return committedN(standing.at("device")) == standing.at("last_n"); });
        }
        return line.traffic().down == then.down;
    }

    Weather weatherFor(Moment moment, std::uint64_t bytes) const
    {
        Weather weather;
        if (moment == Moment::halfPushed) weather.stopUpAfter = bytes;
        if (moment == Moment::halfPushed || moment == Moment::committed) {
            weather.holdDownAfterUp = kPushBegins;
        }
        return weather;
    }

    std::uint64_t bytesFor(Moment moment)
    {
        if (moment == Moment::halfPushed) return dice.between(kPushBegins, kPushBytes);
        if (moment == Moment::whilePulling) return dice.between(1'500, kPushBytes);
        return dice.between(1, kPushBytes);
    }

    /// True when the kill fell between a push and its verdict.
    bool play(const Round& round)
    {
        if (round.moment == Moment::whilePulling) writer.sync();
        write();
        if (round.moment == Moment::whilePulling) writer.sync();
        const Phone& phone = round.moment == Moment::whilePulling ? reader : writer;
        const json standing = phone.status();
        const std::uint64_t bytes = bytesFor(round.moment);
        line.mend();
        line.set(weatherFor(round.moment, bytes));
        Process syncing = phone.begin({"sync", "--wait", "80"});

        const bool isBetween = waitForMoment(round.moment, bytes, standing);
        if (!round.killsServer) syncing.kill();
        if (round.killsServer) server.kill();
        line.mend();
        if (round.killsServer) start();
        if (round.killsServer) EXPECT_EQ(syncing.wait().exitCode, 0) << syncing.errorSoFar();
        return isBetween;
    }

    Dice dice{20260914};
    Phone writer = joined("nurse", "Anne Morel");
    Phone reader = joined("nurse", "Paul Girard");
    std::string person = writer.create("Person", somePerson());
    std::map<std::string, std::string> written;
};

TEST_F(Kill, OfEitherSideThirtyTimesLosesNothingAndDoublesNothing)
{
    int between = 0;
    int ofServers = 0;
    writer.sync();
    reader.sync();

    const std::vector<Round> rounds = thirtyRounds();
    for (const Round& round : rounds) {
        between += play(round) ? 1 : 0;
        ofServers += round.killsServer ? 1 : 0;
    }
    writer.sync();
    reader.sync();

    RecordProperty("betweenPushAndVerdict", between);
    EXPECT_EQ(rounds.size(), 30u);
    EXPECT_GE(between, 10) << "too few kills between a push and its verdict";
    EXPECT_GE(ofServers, 10);
    EXPECT_LE(ofServers, 20);
    std::map<std::string, std::string> arrived;
    for (const json& record : reader.records("Transmission")) {
        const std::string id = record.at("record").get<std::string>();
        arrived[id] = record.at("fields").at("data").at("shown").get<std::string>();
        EXPECT_EQ(reader.history(id).size(), 1u) << id;
    }
    EXPECT_EQ(arrived, written);
    expectAgreement(writer, reader, "nurse");
}

}  // namespace liaison::e2e
