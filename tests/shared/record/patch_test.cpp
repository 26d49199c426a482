// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/record/patch.h"

#include <google/protobuf/empty.pb.h>
#include <gtest/gtest.h>

#include <set>

#include "liaison/v1/care.pb.h"
#include "tests/support/dice.h"
#include "tests/support/field_bytes.h"

namespace liaison {

namespace {

using google::protobuf::UnknownField;
using google::protobuf::UnknownFieldSet;
using namespace std::string_literals;

ErrorCode refusal(const std::string& patch)
{
    const auto fields = cutPatch(patch);
    EXPECT_FALSE(fields);
    return fields ? ErrorCode::usage : fields.error().code;
}

TEST(CutPatch, GivesEachFieldTheBytesItWasWrittenWith)
{
    const std::string name = textField(1, "Léa");
    const std::string count = numberField(2, 300);
    const std::string moment = fixed64Field(3, 7);
    const std::string part = fixed32Field(200, 9);

    const auto fields = cutPatch(name + count + moment + part);

    ASSERT_TRUE(fields);
    EXPECT_EQ(*fields, (FieldBytes{{1, name}, {2, count}, {3, moment}, {200, part}}));
}

TEST(CutPatch, KeepsZeroFalseAndEmptyTextAsValues)
{
    v1::Person person;
    person.set_family_name("");
    person.set_gir(0);
    person.set_advance_directives(false);
    person.mutable_address();

    const auto fields = cutPatch(person.SerializeAsString());

    ASSERT_TRUE(fields);
    EXPECT_EQ(fields->size(), 4u);
}

TEST(CutPatch, GathersAllOccurrencesOfAFieldInTheirOrder)
{
    const std::string patch = textField(5, "b") + textField(4, "x") + textField(5, "a");

    const auto fields = cutPatch(patch);

    ASSERT_TRUE(fields);
    EXPECT_EQ(fields->at(5), textField(5, "b") + textField(5, "a"));
}

TEST(CutPatch, KeepsAnEncodingThatIsLongerThanItHadToBe)
{
    const std::string longZero = "\x08\x80\x80\x00"s;

    const auto fields = cutPatch(longZero);

    ASSERT_TRUE(fields);
    EXPECT_EQ(fields->at(1), longZero);
}

TEST(CutPatch, FindsNoFieldInNoBytes)
{
    const auto fields = cutPatch("");

    ASSERT_TRUE(fields);
    EXPECT_TRUE(fields->empty());
}

TEST(JoinPatch, WritesFieldsInAscendingOrder)
{
    EXPECT_EQ(joinPatch({{7, textField(7, "b")}, {2, textField(2, "a")}}),
              textField(2, "a") + textField(7, "b"));
}

TEST(CutPatch, RefusesBytesCutOffAnywhereInsideAField)
{
    const std::vector<std::string> fields = {textField(1, "abc"), numberField(2, 1u << 30),
                                             fixed64Field(3, 1), fixed32Field(400, 1)};
    std::string patch;
    std::set<std::size_t> ends = {0};
    for (const std::string& field : fields) {
        patch += field;
        ends.insert(patch.size());
    }

    for (std::size_t length = 0; length <= patch.size(); ++length) {
        const auto cut = cutPatch(std::string_view(patch).substr(0, length));

        EXPECT_EQ(bool(cut), ends.contains(length)) << "after " << length << " bytes";
    }
}

TEST(CutPatch, RefusesWhatIsNoField)
{
    EXPECT_EQ(refusal("\x02\x00"s), ErrorCode::malformed) << "field number 0";
    EXPECT_EQ(refusal("\x0b\x0c"s), ErrorCode::malformed) << "a group";
    EXPECT_EQ(refusal("\x0c"s), ErrorCode::malformed) << "the end of a group";
    EXPECT_EQ(refusal("\x0e\x00"s), ErrorCode::malformed) << "wire type 6";
    EXPECT_EQ(refusal("\x0f\x00"s), ErrorCode::malformed) << "wire type 7";
}

TEST(CutPatch, RefusesATagThatNamesAnotherFieldWhenItIsReadIn32Bits)
{
    EXPECT_EQ(refusal("\x88\x80\x80\x80\x10\x00"s), ErrorCode::malformed);
    EXPECT_EQ(refusal("\x88\x80\x80\x80\x80\x00\x00"s), ErrorCode::malformed);
}

TEST(CutPatch, RefusesALengthThatIsOnlyRightWhenItIsReadIn32Bits)
{
    EXPECT_EQ(refusal("\x0a\x81\x80\x80\x80\x10x"s), ErrorCode::malformed);
    EXPECT_EQ(refusal("\x0a\xff\xff\xff\xff\x0fx"s), ErrorCode::malformed);
}

/// Bytes that are often almost a message: pieces of fields, some of them damaged.
std::string roughBytes(Dice& dice)
{
    std::string bytes;
    for (std::size_t pieces = dice.between(1, 4); pieces > 0; --pieces) {
        const auto number = static_cast<std::uint32_t>(dice.between(1, dice.oneIn(3) ? 3000 : 20));
        switch (dice.below(5)) {
            case 0:
                bytes += textField(number, std::string(dice.below(4), 'x'));
                break;
            case 1:
                bytes += numberField(number, dice.any() >> dice.below(64));
                break;
            case 2:
                bytes += fixed64Field(number, dice.any());
                break;
            case 3:
                bytes += fixed32Field(number, 5);
                break;
            default:
                bytes.push_back(static_cast<char>(dice.any()));
                break;
        }
    }
    if (dice.oneIn(2)) bytes[dice.below(bytes.size())] = static_cast<char>(dice.any());
    return bytes;
}

bool hasGroup(const UnknownFieldSet& fields)
{
    for (int i = 0; i < fields.field_count(); ++i) {
        if (fields.field(i).type() == UnknownField::TYPE_GROUP) return true;
    }
    return false;
}

std::set<std::uint32_t> numbersOf(const UnknownFieldSet& fields)
{
    std::set<std::uint32_t> numbers;
    for (int i = 0; i < fields.field_count(); ++i) {
        numbers.insert(static_cast<std::uint32_t>(fields.field(i).number()));
    }
    return numbers;
}

/// Expects that these are the fields that protobuf read, with no byte lost.
void expectSameFields(const FieldBytes& fields, const UnknownFieldSet& read, std::size_t size)
{
    std::set<std::uint32_t> numbers;
    for (const auto& [number, bytes] : fields) {
        numbers.insert(number);
        size -= bytes.size();
    }
    EXPECT_EQ(numbers, numbersOf(read));
    EXPECT_EQ(size, 0u);
}

TEST(CutPatch, NeverReadsAPatchOtherwiseThanProtobuf)
{
    Dice dice(20260914);
    int accepted = 0;
    int refused = 0;
    for (int round = 0; round < 50'000; ++round) {
        const std::string bytes = roughBytes(dice);
        google::protobuf::Empty message;
        const bool parses = message.ParseFromString(bytes);
        const UnknownFieldSet& read = message.GetReflection()->GetUnknownFields(message);

        const auto fields = cutPatch(bytes);

        SCOPED_TRACE(testing::PrintToString(bytes));
        if (fields) {
            ++accepted;
            ASSERT_TRUE(parses);
            expectSameFields(*fields, read, bytes.size());
        } else {
            ++refused;
            ASSERT_EQ(fields.error().code, ErrorCode::malformed);
        }
        if (!parses || hasGroup(read)) continue;
        const std::string again = message.SerializeAsString();
        const auto fieldsAgain = cutPatch(again);
        ASSERT_TRUE(fieldsAgain) << "what protobuf itself writes is refused";
        expectSameFields(*fieldsAgain, read, again.size());
    }
    EXPECT_GT(accepted, 5'000);
    EXPECT_GT(refused, 5'000);
}

}  // namespace

}  // namespace liaison
