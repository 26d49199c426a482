// SPDX-License-Identifier: GPL-3.0-or-later
#include <fstream>

#include "shared/base/error_code.h"
#include "shared/base/sha256.h"
#include "shared/trust/invite.h"
#include "tests/e2e/region.h"

namespace liaison::e2e {

namespace {

void expectRefusal(const Outcome& outcome, ErrorCode code, const std::string& named)
{
    EXPECT_EQ(outcome.exitCode, static_cast<int>(code)) << outcome.err;
    EXPECT_EQ(std::count(outcome.err.begin(), outcome.err.end(), '\n'), 1) << outcome.err;
    EXPECT_NE(outcome.err.find(named), std::string::npos) << outcome.err;
    EXPECT_EQ(outcome.out, "");
}

}  // namespace

class BadCode : public Region {
protected:
    /// The same invite with something changed, as a code that reads well.
    static std::string changed(const std::string& code, const std::function<void(Invite&)>& change)
    {
        auto invite = Invite::parse(code);
        if (!invite) throw std::runtime_error(invite.error().detail);
        change(*invite);
        return *invite->encode();
    }
};

TEST_F(BadCode, MistypedIsRefusedBeforeTheNetworkIsUsed)
{
    std::string code = server.invite("nurse", "Anne Morel");
    code[code.size() / 2] = code[code.size() / 2] == 'a' ? 'b' : 'a';
    server.stop();

    const Outcome outcome = phone("anne").command({"join", code});

    expectRefusal(outcome, ErrorCode::malformed, "code");
    EXPECT_FALSE(std::filesystem::exists(phone("anne").profile()));
}

TEST_F(BadCode, WithAWrongSecretIsRefusedByTheCentre)
{
    const std::string code = changed(server.invite("nurse", "Anne Morel"),
                                     [](Invite& invite) { invite.secret[0] ^= 1; });

    expectRefusal(phone("anne").command({"join", code}), ErrorCode::inviteRefused, "new one");
}

TEST_F(BadCode, ThatSomebodyElseUsedIsRefusedLikeAWrongOne)
{
    const std::string code = server.invite("nurse", "Anne Morel");
    phone("first").join(code);

    expectRefusal(phone("second").command({"join", code}), ErrorCode::inviteRefused, "new one");
}

TEST_F(BadCode, ThatHasExpiredIsRefusedLikeAWrongOne)
{
    const std::string code = server.invite("nurse", "Anne Morel");
    server.stop();
    server.changeStore("UPDATE invite SET expires_at = 0");
    start();

    expectRefusal(phone("anne").command({"join", code}), ErrorCode::inviteRefused, "new one");
}

TEST_F(BadCode, OfNoInviteAtAllIsRefusedLikeAWrongOne)
{
    const std::string code =
        changed(server.invite("nurse", "Anne Morel"), [](Invite& invite) { invite.id[3] ^= 1; });

    expectRefusal(phone("anne").command({"join", code}), ErrorCode::inviteRefused, "new one");
}

TEST_F(BadCode, IsShownToNobodyButThePinnedServer)
{
    const std::string code = changed(server.invite("nurse", "Anne Morel"),
                                     [](Invite& invite) { invite.pins = {std::string(32, 'x')}; });

    const Outcome outcome = phone("anne").command({"join", code});

    expectRefusal(outcome, ErrorCode::untrusted, "nothing was sent");
    EXPECT_LT(line.whole().up, 700u) << "more than the beginning of a handshake went up";
}

TEST_F(BadCode, LeavesTheInviteGoodForItsOwner)
{
    const std::string code = server.invite("nurse", "Anne Morel");
    const std::string wrong = changed(code, [](Invite& invite) { invite.secret[0] ^= 1; });
    phone("thief").command({"join", wrong});

    EXPECT_EQ(phone("anne").join(code).at("member_name"), "Anne Morel");
}

class BadSave : public Region {
protected:
    void expectSaveRefused(const json& change, ErrorCode code, const std::string& named)
    {
        const std::string text = Phone::saveText(json::array({change}));
        expectRefusal(anne.command({"save"}, text), code, named);
        EXPECT_EQ(anne.status().at("waiting"), 0);
        EXPECT_EQ(anne.status().at("last_n"), 0);
    }

    Phone anne = joined("nurse", "Anne Morel");
};

TEST_F(BadSave, IsRefusedBeforeItIsStoredAndNamesTheField)
{
    const json reading = {{"person", "new:p"}, {"at", 0}, {"heart_rate", 900}};

    expectSaveRefused({{"kind", "Animal"}, {"set", json::object()}}, ErrorCode::unknownKind,
                      "Animal");
    expectSaveRefused({{"kind", "Person"}, {"set", {{"hat", 1}}}}, ErrorCode::unknownField,
                      "Person.hat");
    expectSaveRefused({{"kind", "Person"}, {"set", {{"gir", "four"}}}}, ErrorCode::wrongType,
                      "Person.gir");
    expectSaveRefused({{"kind", "Person"}, {"set", {{"family_name", "B"}, {"gir", 9}}}},
                      ErrorCode::outOfRange, "Person.gir");
    expectSaveRefused({{"kind", "Person"}, {"set", {{"family_name", "B"}, {"civility", "king"}}}},
                      ErrorCode::outOfRange, "Person.civility");
    expectSaveRefused({{"kind", "Person"}, {"set", {{"gir", 4}}}}, ErrorCode::missingField,
                      "family_name");
    expectSaveRefused({{"kind", "Vitals"}, {"record", "new:p"}, {"set", reading}},
                      ErrorCode::outOfRange, "Vitals.heart_rate");
    expectRefusal(anne.command({"save"}, "{"), ErrorCode::malformed, "JSON");
}

TEST_F(BadSave, OfWhatTheRoleMayNotWriteIsRefusedOnThePhone)
{
    const Phone aide = joined("aide", "Farid Benali");
    aide.sync();

    const Outcome outcome = aide.command(
        {"save"}, Phone::saveText(json::array({{{"kind", "Person"}, {"set", somePerson()}}})));

    expectRefusal(outcome, ErrorCode::notAllowed, "Person");
}

TEST_F(BadSave, ThatThePhoneCouldNotJudgeIsRefusedByTheCentreAndKeptForItsAuthor)
{
    const Phone aide = joined("aide", "Farid Benali");
    const std::string person = aide.create("Person", somePerson());

    const json outcome = aide.sync();
    const json verdict = aide.history(person).at(0).at("verdict");

    EXPECT_EQ(outcome.at("waiting"), 0);
    EXPECT_EQ(outcome.at("refused"), 1);
    EXPECT_FALSE(verdict.at("applied").get<bool>());
    EXPECT_EQ(verdict.at("code"), "notAllowed");
    EXPECT_EQ(aide.status().at("digest"), server.digest("aide"));
}

}  // namespace liaison::e2e
