// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/sync/page.h"
#include "tests/shared/sync/centre_fixture.h"

namespace liaison::test {

/// A conversation in which a phone says what it likes to a centre that asks for its testimony.
class FreeWitness {
public:
    FreeWitness(SmallPhone& phone, SmallCentre& centre)
        : centre_(centre),
          device_(phone.ledger(), "test"),
          session_(centre.ledger(), **centre.ledger().device(phone.number()),
                   {std::string(32, 'p')})
    {
    }

    /// Lets the phone speak as it should up to the first page that it brings.
    v1::Witness firstPage()
    {
        for (int i = 0; i < 20; ++i) {
            const auto said = device_.next(centre_.clock().now);
            if (!said || !*said) continue;
            if (!(*said)->witness().entries().empty()) return (*said)->witness();
            const auto heard = tell(**said);
            if (heard) EXPECT_TRUE(device_.receive(*heard, centre_.clock().now));
        }
        ADD_FAILURE() << "no testimony is asked for";
        return {};
    }

    /// What the centre answers to this page.
    v1::WitnessFrom say(const v1::Witness& witness)
    {
        v1::FromDevice message;
        *message.mutable_witness() = witness;
        const auto heard = tell(message);
        EXPECT_TRUE(heard && heard->has_witness_from());
        return heard ? heard->witness_from() : v1::WitnessFrom();
    }

    void push(const v1::FromDevice& message) { tell(message); }

private:
    std::optional<v1::FromCentre> tell(const v1::FromDevice& message)
    {
        const Instant now = centre_.clock().now;
        const auto received = session_.receive(message, now);
        EXPECT_TRUE(received) << received.error().detail;
        if (session_.hasPushes()) {
            auto transaction = centre_.ledger().ledger().begin();
            EXPECT_TRUE(session_.judge(now));
            EXPECT_TRUE(centre_.ledger().ledger().commit(*transaction));
            session_.committed();
        }
        const auto answer = session_.next(now);
        EXPECT_TRUE(answer) << answer.error().detail;
        return answer ? *answer : std::nullopt;
    }

    SmallCentre& centre_;
    DeviceSession device_;
    CentreSession session_;
};

class Witnessed : public CentreAtWork {
protected:
    /// A person whom everybody knows, and then what is lost: the name and the access of another.
    void loseAPersonOfClaires()
    {
        synchroniseAll();
        centre.backUp();
        v1::Person written = person("Rouchon");
        written.set_access("Code 4512");
        written.set_medical_history("Diabète");
        rouchon = claire.write(kPerson, written);
        synchroniseAll();
        centre.restore();
    }

    /// The page with this access in the edit of its first entry, under the old hash.
    v1::Witness withAccess(v1::Witness page, const std::string& text)
    {
        v1::Edit edit;
        v1::Person patch;
        EXPECT_TRUE(edit.ParseFromString(page.entries(0).edit()));
        EXPECT_TRUE(patch.ParseFromString(edit.changes(0).patch()));
        patch.set_access(text);
        edit.mutable_changes(0)->set_patch(patch.SerializeAsString());
        page.mutable_entries(0)->set_edit(edit.SerializeAsString());
        return page;
    }

    bool isApplied(SmallPhone& author, std::uint64_t n)
    {
        const auto entries = centre.ledger().ledger().editsOf(author.number(), n, 1);
        EXPECT_TRUE(entries && !entries->empty());
        return !entries->empty() && entries->front().verdict->isApplied;
    }

    RecordId rouchon;
};

TEST_F(Witnessed, HasNoOtherBytesThanThoseThatThePageBrought)
{
    loseAPersonOfClaires();
    FreeWitness witness(nadia, centre);
    const v1::Witness page = witness.firstPage();
    ASSERT_FALSE(page.entries(0).whole_hash().empty());
    ASSERT_FALSE(page.proof().empty());

    witness.say(withAccess(page, "Forgé"));

    ASSERT_FALSE(isApplied(claire, 1));
    FreeWitness honest(nadia, centre);
    honest.say(honest.firstPage());
    EXPECT_EQ(shownAtCentre(rouchon).access(), "Code 4512");
}

TEST_F(Witnessed, IsNoPartThatClaimsToBeTheWhole)
{
    loseAPersonOfClaires();
    FreeWitness witness(nadia, centre);
    v1::Witness page = witness.firstPage();
    page.mutable_entries(0)->clear_whole_hash();

    witness.say(page);

    const auto entries = centre.ledger().ledger().editsOf(claire.number(), 1, 1);
    ASSERT_EQ(entries->size(), 1u);
    EXPECT_FALSE(entries->front().verdict->isApplied);
}

TEST_F(Witnessed, PassesWithoutProofOnlyWhatBothMayWrite)
{
    synchroniseAll();
    const RecordId known = claire.write(kPerson, person("Rouchon"));
    synchroniseAll();
    centre.backUp();
    claire.write(kPerson, access("Code 4512"), known);
    claire.write(kPerson, person("Girard"), known);
    synchroniseAll();
    centre.restore();
    FreeWitness witness(nadia, centre);
    v1::Witness page = witness.firstPage();
    page.clear_proof();

    EXPECT_EQ(witness.say(page).skipped(), 0u);

    EXPECT_EQ(shownAtCentre(known).access(), "Code 4512");
    EXPECT_EQ(shownAtCentre(known).family_name(), "Rouchon");
    synchronise(claire, centre);
    EXPECT_EQ(shownAtCentre(known).family_name(), "Girard");
    EXPECT_EQ(*claire.ledger().refusedCount(), 0u);
}

TEST_F(Witnessed, MayPassWithAnotherWitnessWhoMayWriteIt)
{
    loseAPersonOfClaires();
    FreeWitness aide(nadia, centre);
    v1::Witness part = aide.firstPage();
    part.clear_proof();
    aide.say(part);
    ASSERT_FALSE(isApplied(claire, 1));
    FreeWitness nurse(aude, centre);
    v1::Witness whole = nurse.firstPage();
    whole.clear_proof();

    nurse.say(whole);

    EXPECT_EQ(shownAtCentre(rouchon).family_name(), "Rouchon");
    EXPECT_EQ(shownAtCentre(rouchon).medical_history(), "Diabète");
}

TEST_F(Witnessed, NamesOwnersOnlyWithAProof)
{
    loseAPersonOfClaires();
    FreeWitness witness(aude, centre);
    v1::Witness page = witness.firstPage();
    constexpr std::uint64_t kNobody = 0x1234567890ab;
    auto& forged = *page.add_entries();
    forged = page.entries(0);
    forged.set_device(kNobody);
    auto& owner = *page.add_owners();
    owner.set_device(kNobody);
    owner.set_member(claire.member().bytes());

    const v1::WitnessFrom answer = witness.say(page);

    EXPECT_EQ(answer.skipped(), 1u);
    EXPECT_FALSE(*centre.ledger().ledger().ownerOf({kNobody}));
    EXPECT_EQ(shownAtCentre(rouchon).family_name(), "Rouchon");
}

TEST_F(Witnessed, GoesOnBehindAnEntryThatNobodyCanRead)
{
    loseAPersonOfClaires();
    FreeWitness witness(aude, centre);
    v1::Witness page = witness.firstPage();
    *page.add_entries() = page.entries(0);
    page.mutable_entries(0)->set_edit("\xff\xff");

    EXPECT_EQ(witness.say(page).skipped(), 1u);

    EXPECT_EQ(shownAtCentre(rouchon).family_name(), "Rouchon");
}

TEST_F(Witnessed, YieldsToTheWordThatItsAuthorCanProve)
{
    const RecordId known = aude.write(kPerson, person("Rouchon"));
    synchroniseAll();
    centre.backUp();
    claire.write(kPerson, history("Diabète"), known);
    synchronise(claire, centre);
    synchronise(aude, centre);
    centre.restore();
    giveRole(claire.member(), v1::ROLE_AIDE);
    FreeWitness witness(aude, centre);
    v1::Witness page = witness.firstPage();
    page.clear_proof();
    witness.say(page);
    ASSERT_FALSE(isApplied(claire, 1));

    synchronise(claire, centre);

    EXPECT_TRUE(isApplied(claire, 1));
    EXPECT_EQ(shownAtCentre(known).medical_history(), "Diabète");
}

TEST_F(Witnessed, YieldsToAPageThatIsProven)
{
    loseAPersonOfClaires();
    FreeWitness aide(nadia, centre);
    v1::Witness part = aide.firstPage();
    part.clear_proof();
    aide.say(part);
    ASSERT_FALSE(isApplied(claire, 1));

    FreeWitness again(nadia, centre);
    again.say(again.firstPage());

    EXPECT_EQ(shownAtCentre(rouchon).family_name(), "Rouchon");
    EXPECT_EQ(shownAtCentre(rouchon).medical_history(), "");
}

TEST_F(Witnessed, SaysNothingForTheRestOfAnEditWhenAHarmlessPartWasBrought)
{
    const RecordId known = claire.write(kPerson, person("Rouchon"));
    synchroniseAll();
    centre.backUp();
    claire.write(kPerson, access("Code 4512"), known);
    synchroniseAll();
    centre.restore();
    // An application that does not ask whether an aide may write a name.
    v1::Person written = person("Forgé");
    written.set_access("Code 1");
    v1::Edit forged;
    forged.set_n(nadia.ledger().standing().lastN + 1);
    forged.set_stamp(Stamp::at(clock.now).value);
    forged.add_salts(7);
    auto& change = *forged.add_changes();
    change.set_record(known.bytes());
    change.set_kind(kPerson);
    change.set_patch(written.SerializeAsString());
    const Edit whole = Edit::write(nadia.number(), forged);
    forged.mutable_changes(0)->set_patch(access("Code 1").SerializeAsString());
    FreeWitness witness(nadia, centre);
    v1::Witness page = witness.firstPage();
    page.clear_proof();
    auto& part = *page.add_entries();
    part.set_device(nadia.number().value);
    part.set_edit(forged.SerializeAsString());
    part.set_whole_hash(whole.hash());
    witness.say(page);
    ASSERT_TRUE(isApplied(nadia, forged.n()));
    v1::Witness last;
    last.set_last(true);
    ASSERT_TRUE(witness.say(last).taken());

    v1::FromDevice message;
    v1::Push& push = *message.mutable_push();
    push.set_first_n(forged.n());
    push.set_chain(centre.ledger().device(nadia.number())->value().chain);
    push.add_edits(whole.bytes());
    witness.push(message);

    EXPECT_FALSE(isApplied(nadia, forged.n()));
    EXPECT_EQ(shownAtCentre(known).family_name(), "Rouchon");
}

TEST_F(Witnessed, MayBringAPageAsLargeAsItCame)
{
    centre.backUp();
    v1::Person large = person("Rouchon");
    large.set_habits(std::string(3'900, 'x'));
    for (int i = 0; i < 90; ++i)
        claire.write(kPerson, large);
    synchroniseAll();
    const std::string before = centre.digest(v1::ROLE_NURSE);
    centre.restore();

    FreeWitness witness(aude, centre);
    const v1::Witness page = witness.firstPage();
    EXPECT_GT(page.ByteSizeLong(), kPageBytesMax);
    EXPECT_EQ(page.owners_size(), 1);
    synchronise(aude, centre);

    EXPECT_EQ(centre.digest(v1::ROLE_NURSE), before);
}

TEST_F(Witnessed, DoesNotBeginAgainWhenTheLineWasCut)
{
    centre.backUp();
    for (int i = 0; i < 4; ++i) {
        claire.write(kPerson, person("Neuve " + std::to_string(i)));
        synchroniseAll();
    }
    centre.restore();
    const std::uint64_t first = FreeWitness(aude, centre).firstPage().entries(0).sequence();
    // Hello, Welcome, cursors and their answer, a page and its answer.
    SmallLine line(aude, centre);
    line.runAtMost(6);

    const v1::Witness next = FreeWitness(aude, centre).firstPage();

    EXPECT_GT(next.entries(0).sequence(), first);
    synchronise(aude, centre);
    EXPECT_EQ(aude.digest(), centre.digest(v1::ROLE_NURSE));
}

TEST_F(Witnessed, BeginsAgainWhenTheCentreLostTheTestimonyToo)
{
    centre.backUp();
    for (int i = 0; i < 4; ++i) {
        claire.write(kPerson, person("Neuve " + std::to_string(i)));
        synchroniseAll();
    }
    const std::string before = centre.digest(v1::ROLE_NURSE);
    centre.restore();
    SmallLine line(aude, centre);
    line.runAtMost(6);
    centre.restore();

    synchronise(aude, centre);

    EXPECT_EQ(centre.digest(v1::ROLE_NURSE), before);
}

}  // namespace liaison::test
