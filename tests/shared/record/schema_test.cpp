// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/record/schema.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>

#include "liaison/v1/care.pb.h"
#include "shared/care/code_list.h"
#include "tests/support/schema_rules.h"
#include "tests/support/written_schema.h"

namespace liaison {

namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

const google::protobuf::FileDescriptor& careFile()
{
    return *v1::Person::descriptor()->file();
}

bool knowsList(std::string_view list)
{
    return !codesOf(list).empty();
}

std::string joined(const std::vector<std::string>& lines)
{
    std::string text;
    for (const std::string& line : lines) {
        text += line + "\n";
    }
    return text;
}

constexpr const char* kEverybody = R"(
    label {fr: "Chat" en: "Cat"} plural {fr: "Chats" en: "Cats"}
    readers {role: [ROLE_AIDE, ROLE_NURSE]} writers {role: [ROLE_AIDE]})";
constexpr const char* kVoidedField = R"(
    Voided voided = 15 [(field) = {label {fr: "Annulé" en: "Voided"}}];)";
constexpr const char* kLabelled = R"(label {fr: "Nom" en: "Name"})";

/// A kind of these fields, right in all that they do not say themselves.
std::string kindOf(const std::string& fields, const std::string& number = "1",
                   const std::string& name = "Cat")
{
    return "message " + name + " { option (kind) = { number: " + number + kEverybody + "};" +
           fields + kVoidedField + "}";
}

/// A text field numbered 1 that says this besides its label.
std::string nameField(const std::string& says)
{
    return std::string("optional string name = 1 [(field) = {") + kLabelled + says + "}];";
}

std::vector<std::string> violationsOf(const std::string& text)
{
    const WrittenSchema written(text);
    return schemaViolations(*written.file(), knowsList);
}

void expectViolation(const std::string& text, const std::string& expected)
{
    const auto found = violationsOf(text);
    EXPECT_THAT(found, Contains(HasSubstr(expected))) << joined(found);
}

TEST(SchemaRules, HoldForEveryKindAndFieldOfCare)
{
    EXPECT_THAT(schemaViolations(careFile(), knowsList), IsEmpty());
    EXPECT_EQ(Schema::care().kinds().size(), 10u);
}

TEST(SchemaRules, FindNothingInAKindThatKeepsThem)
{
    EXPECT_THAT(violationsOf(kindOf(nameField(" title: true"))), IsEmpty());
}

TEST(SchemaRules, FindFieldsThatCannotTellZeroFromNothing)
{
    expectViolation(kindOf("string name = 1 [(field) = {label {fr: \"a\" en: \"b\"}}];"),
                    "Cat.name: not optional");
    expectViolation(kindOf("repeated string names = 1;"), "Cat.names: repeated");
    expectViolation(kindOf("map<string, string> names = 1;"), "Cat.names: a map");
    expectViolation(kindOf("oneof name { string first = 1; string last = 2; }"),
                    "Cat.first: in a oneof");
    expectViolation(kindOf("Paw paw = 1;") + "message Paw { string side = 1; }",
                    "Cat.paw.side: not optional");
}

TEST(SchemaRules, FindRightsThatContradictEachOther)
{
    expectViolation(kindOf(nameField(" writers {role: [ROLE_SUPERVISOR]}")),
                    "Cat.name: written by who does not read it");
    expectViolation(kindOf(nameField(" readers {role: [ROLE_SUPERVISOR]}")),
                    "Cat.name: read by who does not read the kind");
    expectViolation(kindOf(nameField(" readers {}")), "Cat.name: nobody reads it");
    expectViolation(kindOf(nameField(" required: true writers {role: [ROLE_NURSE]}")),
                    "Cat.name: required of somebody who may not write it");
    expectViolation("message Cat { option (kind) = { number: 1 }; }",
                    "Cat: nobody reads or writes it");
}

TEST(SchemaRules, FindLabelsThatLackALanguage)
{
    expectViolation(kindOf("optional string name = 1 [(field) = {label {fr: \"Nom\"}}];"),
                    "Cat.name: label lacks a language");
    expectViolation(kindOf("Paw paw = 1;") + "message Paw { optional string side = 1; }",
                    "Cat.paw.side: label lacks a language");
    expectViolation("message Cat { option (kind) = { number: 1 }; }", "Cat: plural lacks");
}

TEST(SchemaRules, FindAKindWithoutItsVoidedOrItsNumber)
{
    expectViolation("message Cat { option (kind) = { number: 1 }; }", "Cat: 15 is not voided");
    expectViolation(kindOf("") + kindOf("", "1", "Dog"), "Dog: number of another kind");
}

TEST(SchemaRules, FindPartsThatAKindHasOnlyOnce)
{
    const auto twice = [](const std::string& says) {
        return kindOf("optional bytes a = 1 [(field) = {" + says + "}];" +
                      "optional bytes b = 2 [(field) = {" + says + "}];");
    };

    expectViolation(twice("subject: true"), "Cat: more than one subject");
    expectViolation(twice("parent: true"), "Cat: more than one parent");
    expectViolation(twice("time: true"), "Cat: more than one time");
    expectViolation(twice("title: true"), "Cat: more than one title");
}

TEST(SchemaRules, FindAnnotationsThatTheirFieldCannotCarry)
{
    expectViolation(kindOf(nameField(" subject: true")), "Cat.name: an id is bytes");
    expectViolation(kindOf(nameField(" time: true")), "Cat.name: a time is an instant");
    expectViolation(kindOf(nameField(" unit: \"kg\"")), "Cat.name: a unit without a number");
    expectViolation(kindOf(nameField(" code_list: \"colours\"")), "no code list colours");
    expectViolation(kindOf("optional bytes name = 1;"), "Cat.name: bytes that are no id");
    expectViolation(kindOf("optional bytes owner = 1 [(field) = {refers_to: 7}];"),
                    "Cat.owner: refers to no kind");
    expectViolation(kindOf("optional int64 born = 1;"), "Cat.born: int64 and instant");
    expectViolation(kindOf("optional double weight = 1;"), "Cat.weight: a number without a range");
    expectViolation(
        kindOf("optional int32 age = 1 [(field) = {plausible {min: 5 max: 2} above: \"size\"}];"),
        "Cat.age: an empty range");
    expectViolation(kindOf("optional int32 age = 1 [(field) = {at_least: \"size\"}];"),
                    "Cat.age: no number size beside it");
    expectViolation(kindOf("Period born = 1 [(field) = {calendar_day: true}];"),
                    "Cat.born: no year");
    expectViolation(kindOf("Litter litter = 1;") + "message Litter { repeated int32 size = 1; }",
                    "Cat.litter.size: repeated numbers");
    expectViolation(kindOf("Tail tail = 1;") + "message Tail { Tail tail = 1; }", "too deep");
}

TEST(Schema, SaysOfAFieldWhoReadsAndWritesIt)
{
    const KindSchema& person = *Schema::care().kind("Person");

    EXPECT_TRUE(person.field("family_name")->readableBy(v1::ROLE_AIDE));
    EXPECT_FALSE(person.field("family_name")->writableBy(v1::ROLE_AIDE));
    EXPECT_TRUE(person.field("access")->writableBy(v1::ROLE_AIDE));
    EXPECT_FALSE(person.field("ins")->readableBy(v1::ROLE_AIDE));
    EXPECT_TRUE(person.field("ins")->writableBy(v1::ROLE_NURSE));
    EXPECT_FALSE(person.writableBy(v1::ROLE_AIDE));
    EXPECT_FALSE(person.readableBy(v1::ROLE_UNSPECIFIED));
}

TEST(Schema, FindsKindsAndFieldsByNumberAndByName)
{
    const Schema& schema = Schema::care();
    const KindSchema& visit = *schema.kind(4);

    EXPECT_EQ(visit.name, "Visit");
    EXPECT_EQ(schema.kind("Visit"), &visit);
    EXPECT_EQ(visit.subject(), visit.field("person"));
    EXPECT_EQ(visit.parent(), nullptr);
    EXPECT_EQ(visit.time(), visit.field(2));
    EXPECT_EQ(visit.title(), visit.field("purpose"));
    EXPECT_EQ(schema.kind(99), nullptr);
    EXPECT_EQ(schema.kind("Voided"), nullptr);
    EXPECT_EQ(visit.field(99), nullptr);
}

TEST(Schema, IsReadFromAFileThatWasNotCompiledIn)
{
    const WrittenSchema written(kindOf(nameField(" title: true searchable: true")));

    const Schema schema(written.file());

    ASSERT_NE(schema.kind("Cat"), nullptr);
    const KindSchema& cat = *schema.kind("Cat");
    EXPECT_EQ(cat.annotation.label().fr(), "Chat");
    EXPECT_EQ(cat.title()->name, "name");
    EXPECT_TRUE(cat.field("name")->annotation.searchable());
    EXPECT_THAT(cat.field("name")->writers, ElementsAre(v1::ROLE_AIDE));
    EXPECT_EQ(schema.version(), 3u);
}

TEST(Schema, GrowsInVersionWithEachFieldAndKind)
{
    const WrittenSchema small(kindOf(""));
    const WrittenSchema wider(kindOf(nameField("")));
    const WrittenSchema another(kindOf("") + kindOf("", "2", "Dog"));

    EXPECT_GT(Schema(wider.file()).version(), Schema(small.file()).version());
    EXPECT_GT(Schema(another.file()).version(), Schema(small.file()).version());
}

TEST(SchemaLines, ChangeWithTheNumberTheNameAndTheTypeOfAField)
{
    const auto linesOf = [](const std::string& text) {
        const WrittenSchema written(text);
        return schemaLines(*written.file());
    };

    EXPECT_THAT(linesOf(kindOf(nameField(""))),
                ElementsAre("kind 1 Cat", "kind 1 / 1 name string", "kind 1 / 15 voided Voided",
                            "Voided / 1 reason string", "Voided / 2 seen repeated SeenDot",
                            "SeenDot / 1 device fixed64", "SeenDot / 2 n uint64",
                            "SeenDot / 3 hash fixed32"));
    EXPECT_THAT(linesOf(kindOf("optional Mood mood = 1;") + "enum Mood { CALM = 0; WILD = 1; }"),
                Contains("Mood / 1 WILD"));
}

/// Every number ever given, and what it means. A line is added by hand or by running this test
/// with LIAISON_WRITE_GOLDEN=1, which adds what is new and never takes a line away.
TEST(Golden, EveryNumberStillMeansWhatItMeant)
{
    const std::string path = LIAISON_SOURCE_DIR "/tests/golden/care_fields.txt";
    const auto lines = schemaLines(careFile());
    std::vector<std::string> golden;
    std::ifstream file(path);
    for (std::string line; std::getline(file, line);) {
        golden.push_back(line);
    }

    std::string vanished;
    for (const std::string& line : golden) {
        const bool stands = std::find(lines.begin(), lines.end(), line) != lines.end();
        if (!stands) vanished += line + "\n";
    }
    std::string added;
    for (const std::string& line : lines) {
        const bool isKnown = std::find(golden.begin(), golden.end(), line) != golden.end();
        if (!isKnown) added += line + "\n";
    }

    if (std::getenv("LIAISON_WRITE_GOLDEN") != nullptr) {
        std::ofstream(path, std::ios::app) << added;
    } else {
        EXPECT_EQ(added, "") << "new: run this test with LIAISON_WRITE_GOLDEN=1 and commit "
                             << path;
        EXPECT_FALSE(golden.empty());
    }
    EXPECT_EQ(vanished, "") << "these numbers are taken for ever; give what is new a new number";
}

}  // namespace

}  // namespace liaison
