// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/record/edit.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <functional>

#include "shared/base/bytes.h"
#include "shared/base/sha256.h"
#include "tests/support/field_bytes.h"
#include "tests/support/writer.h"

namespace liaison {

namespace {

using testing::ElementsAre;
using testing::IsEmpty;

const RecordId kVisit = recordNumber(1);
const RecordId kPerson = recordNumber(2);
constexpr DeviceNumber kAnna{0xa1};

v1::Edit twoRecords()
{
    Writer anna(kAnna.value);
    auto edit = anna.message({Writer::change(kVisit, {.set = {textField(1, "matin")}}),
                              Writer::change(kPerson, {.cleared = {4}})});
    edit.add_salts(77);
    edit.mutable_changes(1)->set_salt(1);
    return edit;
}

/// The outcome of reading a good edit after something was done to it.
ErrorCode refusalAfter(const std::function<void(v1::Edit&)>& change)
{
    v1::Edit message = twoRecords();
    change(message);
    const auto edit = Edit::read(kAnna, message.SerializeAsString());
    EXPECT_FALSE(edit);
    return edit ? ErrorCode::usage : edit.error().code;
}

std::string hashAfter(const std::function<void(v1::Edit&)>& change)
{
    v1::Edit message = twoRecords();
    change(message);
    return Edit::write(kAnna, message).hash();
}

std::string bigEndian(std::uint64_t value)
{
    std::string bytes(8, '\0');
    for (std::size_t i = 8; i > 0; --i, value >>= 8) {
        bytes[i - 1] = static_cast<char>(value & 0xff);
    }
    return bytes;
}

TEST(Edit, SaysAfterReadingWhatWasWritten)
{
    const Edit written = Edit::write(kAnna, twoRecords());

    const auto read = Edit::read(kAnna, written.bytes());

    ASSERT_TRUE(read);
    EXPECT_EQ(read->bytes(), written.bytes());
    EXPECT_EQ(read->hash(), written.hash());
    EXPECT_EQ(read->dot(), written.dot());
    EXPECT_EQ(read->stamp(), Stamp::at(kMorning + std::chrono::seconds(1)));
    ASSERT_NE(read->change(kPerson), nullptr);
    EXPECT_THAT(read->change(kPerson)->cleared(), ElementsAre(4));
    EXPECT_EQ(read->change(recordNumber(9)), nullptr);
}

TEST(Edit, IsNamedByItsAuthorItsNumberAndTheStartOfItsHash)
{
    const Edit edit = Edit::write(kAnna, twoRecords());

    EXPECT_EQ(edit.dot().device, kAnna);
    EXPECT_EQ(edit.dot().n, 1u);
    EXPECT_EQ(edit.dot().text(), "0000000000a1:1:" + toHex(edit.hash().substr(0, 4)));
}

TEST(Edit, KeepsAVerifiableHashWhenAChangeIsErased)
{
    const v1::Edit message = twoRecords();
    const Edit edit = Edit::write(kAnna, message);
    const std::string erased =
        sha256(bigEndian(message.salts(0)) + message.changes(0).SerializeAsString());
    const std::string kept =
        sha256(bigEndian(message.salts(1)) + message.changes(1).SerializeAsString());

    const std::string again =
        sha256(bigEndian(message.n()) + bigEndian(message.stamp()) + erased + kept);

    EXPECT_EQ(edit.hash(), again);
}

TEST(Edit, HasAnotherHashWhenAnythingItsAuthorWroteDiffers)
{
    const std::string hash = hashAfter([](v1::Edit&) {});

    EXPECT_EQ(hash, hashAfter([](v1::Edit&) {}));
    EXPECT_NE(hash, hashAfter([](v1::Edit& edit) { edit.set_n(2); }));
    EXPECT_NE(hash, hashAfter([](v1::Edit& edit) { edit.set_stamp(edit.stamp() + 1); }));
    EXPECT_NE(hash, hashAfter([](v1::Edit& edit) { edit.set_salts(1, 78); }));
    EXPECT_NE(hash, hashAfter([](v1::Edit& edit) { edit.mutable_changes(1)->set_cleared(0, 5); }));
    EXPECT_NE(hash, hashAfter([](v1::Edit& edit) {
                  Dot{kAnna, 1, 2}.to(*edit.mutable_changes(0)->add_replaces());
              }));
    EXPECT_NE(hash, hashAfter([](v1::Edit& edit) { edit.mutable_changes()->SwapElements(0, 1); }));
}

TEST(Edit, HashesWhatANewerProgramAddedToAChange)
{
    const std::string hash = hashAfter([](v1::Edit&) {});

    EXPECT_NE(hash, hashAfter([](v1::Edit& edit) {
                  auto& change = *edit.mutable_changes(0);
                  change.GetReflection()->MutableUnknownFields(&change)->AddVarint(99, 1);
              }));
}

TEST(Edit, KeepsTheBytesOfAChangeThatAnotherProgramEncodedOtherwise)
{
    const v1::Edit message = twoRecords();
    const v1::Change& change = message.changes(0);
    const std::string backwards = textField(v1::Change::kPatchFieldNumber, change.patch()) +
                                  numberField(v1::Change::kKindFieldNumber, change.kind()) +
                                  textField(v1::Change::kRecordFieldNumber, change.record());
    v1::Edit head = message;
    head.clear_changes();
    const std::string bytes =
        head.SerializeAsString() + textField(v1::Edit::kChangesFieldNumber, backwards);

    const auto edit = Edit::read(kAnna, bytes);

    ASSERT_TRUE(edit);
    EXPECT_EQ(edit->bytes(), bytes);
    EXPECT_EQ(edit->hash(), sha256(bigEndian(head.n()) + bigEndian(head.stamp()) +
                                   sha256(bigEndian(head.salts(0)) + backwards)));
}

TEST(Edit, RefusesBytesThatAreNoEdit)
{
    const auto edit = Edit::read(kAnna, "no edit at all");

    ASSERT_FALSE(edit);
    EXPECT_EQ(edit.error().code, ErrorCode::malformed);
}

TEST(Edit, RefusesAFormThatNobodyMayWrite)
{
    const std::vector<std::pair<ErrorCode, std::function<void(v1::Edit&)>>> forms = {
        {ErrorCode::malformed, [](v1::Edit& edit) { edit.set_n(0); }},
        {ErrorCode::empty, [](v1::Edit& edit) { edit.clear_changes(); }},
        {ErrorCode::empty, [](v1::Edit& edit) { edit.mutable_changes(0)->clear_patch(); }},
        {ErrorCode::unknownKind, [](v1::Edit& edit) { edit.mutable_changes(0)->clear_kind(); }},
        {ErrorCode::malformed, [](v1::Edit& edit) { edit.mutable_changes(0)->set_record("x"); }},
        {ErrorCode::malformed, [](v1::Edit& edit) { edit.mutable_changes(0)->set_salt(2); }},
        {ErrorCode::malformed, [](v1::Edit& edit) { edit.mutable_changes(0)->add_cleared(0); }},
        {ErrorCode::malformed, [](v1::Edit& edit) { edit.mutable_changes(0)->add_cleared(1); }},
        {ErrorCode::malformed, [](v1::Edit& edit) { *edit.add_changes() = edit.changes(0); }},
        {ErrorCode::malformed,
         [](v1::Edit& edit) { edit.mutable_changes(0)->mutable_patch()->pop_back(); }},
    };

    for (std::size_t i = 0; i < forms.size(); ++i) {
        EXPECT_EQ(refusalAfter(forms[i].second), forms[i].first) << "form " << i;
    }
}

TEST(Edit, RefusesMoreThanItsLimit)
{
    EXPECT_EQ(refusalAfter([](v1::Edit& edit) {
                  edit.mutable_changes(0)->set_patch(textField(1, std::string(kEditBytesMax, 'x')));
              }),
              ErrorCode::tooLarge);
}

TEST(Edit, CountsNothingAsAChangeThatProtobufDoesNot)
{
    const std::string number = numberField(v1::Edit::kChangesFieldNumber, 1);

    const auto edit = Edit::read(kAnna, number + twoRecords().SerializeAsString());

    ASSERT_FALSE(edit);
    EXPECT_EQ(edit.error().code, ErrorCode::malformed);
}

TEST(PartialEdit, StandsUnderTheNameOfTheWholeOne)
{
    const Edit whole = Edit::write(kAnna, twoRecords());
    v1::Edit message = twoRecords();
    message.mutable_changes()->RemoveLast();

    const auto partial = Edit::readPartial(kAnna, message.SerializeAsString(), whole.hash());

    ASSERT_TRUE(partial);
    EXPECT_EQ(partial->dot(), whole.dot());
    EXPECT_EQ(partial->hash(), whole.hash());
    EXPECT_EQ(partial->change(kPerson), nullptr);
}

TEST(PartialEdit, IsRefusedWithoutAWholeHash)
{
    const auto partial = Edit::readPartial(kAnna, twoRecords().SerializeAsString(), "short");

    ASSERT_FALSE(partial);
    EXPECT_EQ(partial.error().code, ErrorCode::malformed);
}

TEST(Chain, DependsOnEveryEditBeforeIt)
{
    const std::string first(32, 'a');
    const std::string second(32, 'b');
    const std::string chain = chainAfter(chainAfter("", first), second);

    EXPECT_EQ(chain, sha256(sha256(first).substr(0, 8) + second).substr(0, 8));
    EXPECT_NE(chain, chainAfter(chainAfter("", second), first));
}

TEST(ReplacedDots, AreTheChangesOwnListUnlessAFieldIsExcepted)
{
    const Dot seen{kAnna, 1, 10};
    const Dot other{kAnna, 2, 20};
    const v1::Change change = Writer::change(
        kVisit, {.set = {textField(1, "a")}, .saw = {seen}, .sawIn = {{2, {other}}, {3, {}}}});

    EXPECT_THAT(replacedDots(change, 1), ElementsAre(seen));
    EXPECT_THAT(replacedDots(change, 2), ElementsAre(other));
    EXPECT_THAT(replacedDots(change, 3), IsEmpty());
}

TEST(ReplacedDots, AreNamedOnceHoweverOftenAnEditNamesThem)
{
    const Dot first{kAnna, 1, 10};
    const Dot second{kAnna, 2, 20};
    const v1::Change change =
        Writer::change(kVisit, {.set = {textField(1, "a")}, .saw = {second, first, second, first}});

    EXPECT_THAT(replacedDots(change, 1), ElementsAre(first, second));
}

TEST(Edit, IsNotReadWhenItClearsAFieldTwice)
{
    EXPECT_EQ(refusalAfter([](v1::Edit& edit) { edit.mutable_changes(1)->add_cleared(4); }),
              ErrorCode::malformed);
}

}  // namespace

}  // namespace liaison
