// SPDX-License-Identifier: GPL-3.0-or-later
#include "mobile/store/save_json.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "mobile/store/ledger_json.h"
#include "tests/mobile/store/made_profile.h"
#include "tests/support/temp_folder.h"

namespace liaison {

namespace {

using nlohmann::json;

/// A phone's ledger that saves what JSON says.
class SaveJson : public testing::Test {
protected:
    Result<JsonSave> trySave(const char* text)
    {
        now += std::chrono::minutes(1);
        return saveJson(profile.ledger(), need(readJson(text)), now);
    }

    JsonSave save(const std::string& text) { return need(trySave(text.c_str())); }

    json field(const RecordId& record, const std::string& name)
    {
        return need(LedgerJson(profile.ledger()).show({}, record))["records"][0]["fields"][name];
    }

    void expectRefused(const char* text, ErrorCode code, const std::string& named)
    {
        const auto saved = trySave(text);
        ASSERT_FALSE(saved) << text;
        EXPECT_EQ(name(saved.error().code), name(code)) << text << saved.error().detail;
        EXPECT_NE(saved.error().detail.find(named), std::string::npos) << saved.error().detail;
        EXPECT_EQ(need(profile.ledger().waiting()), 0u);
    }

    TempFolder temp;
    Profile profile = makeProfile(temp.path() / "anne");
    Instant now{std::chrono::milliseconds(1'790'000'000'000)};
};

}  // namespace

TEST_F(SaveJson, WritesFieldsOfEveryType)
{
    const JsonSave saved = save(R"({"changes":[
        {"kind":"Person","record":"new:p","set":{"family_name":"Bonnet","gir":4,
            "birth_date":{"year":1938,"month":5},"address":{"city":"Angers"},
            "advance_directives":false,"priority_situation":{"code":[]}}},
        {"kind":"Vitals","set":{"person":"new:p","at":"2026-09-14T10:42:00+02:00",
            "temperature":37,"blood_pressure":{"systolic":135,"diastolic":80}}},
        {"kind":"Member","set":{"family_name":"Morel","role":"nurse"}}]})");

    const RecordId person = saved.records[0];
    const RecordId vitals = saved.records[1];
    EXPECT_EQ(field(person, "family_name")["shown"], "Bonnet");
    EXPECT_EQ(field(person, "gir")["shown"], 4);
    EXPECT_EQ(field(person, "birth_date")["shown"], json({{"year", 1938}, {"month", 5}}));
    EXPECT_EQ(field(person, "advance_directives")["shown"], false);
    EXPECT_EQ(field(vitals, "person")["shown"], person.text());
    EXPECT_EQ(field(vitals, "at")["shown"], "2026-09-14T08:42:00.000Z");
    EXPECT_EQ(field(vitals, "temperature")["shown"], 37.0);
    EXPECT_EQ(field(saved.records[2], "role")["shown"], "ROLE_NURSE");
    EXPECT_EQ(saved.dot.n, 1u);
}

TEST_F(SaveJson, WhatItShowsCanBeSavedAgainAsItIs)
{
    const RecordId person = save(R"({"changes":[{"kind":"Person","set":{"family_name":"Bonnet",
        "birth_date":{"year":1938},"team":{"id":["0197c0de-0000-7000-8000-000000000001"]}}}]})")
                                .records[0];
    json set = json::object();
    for (const char* name : {"family_name", "birth_date", "team"}) {
        set[name] = field(person, name)["shown"];
    }
    const json change = {{"kind", "Person"}, {"set", set}};
    const json again = {{"changes", {change}}};

    const RecordId copy = save(again.dump()).records[0];

    EXPECT_EQ(field(copy, "team")["shown"], field(person, "team")["shown"]);
    EXPECT_EQ(field(copy, "birth_date")["shown"], field(person, "birth_date")["shown"]);
}

TEST_F(SaveJson, ReplacesWhatItsAuthorSawAndEmptiesWhatItClears)
{
    const RecordId person =
        save(R"({"changes":[{"kind":"Person","set":{"family_name":"Bonnet","gir":4}}]})")
            .records[0];

    const json change = {{"kind", "Person"},
                         {"record", person.text()},
                         {"set", {{"family_name", "Bonnet-Roy"}}},
                         {"clear", {"gir"}}};
    save(json({{"changes", {change}}}).dump());

    EXPECT_EQ(field(person, "family_name")["shown"], "Bonnet-Roy");
    EXPECT_EQ(field(person, "family_name")["values"].size(), 1u);
    EXPECT_TRUE(field(person, "gir")["shown"].is_null());
    const json edits = need(LedgerJson(profile.ledger()).history(person))["edits"];
    ASSERT_EQ(edits.size(), 2u);
    EXPECT_EQ(edits[1]["clear"], json::array({"gir"}));
    EXPECT_EQ(edits[1]["replaces"], json::array({edits[0]["dot"]}));
}

TEST_F(SaveJson, RefusesWhatTheSchemaDoesNotKnowAndNamesIt)
{
    expectRefused(R"({"changes":[{"kind":"Persona","set":{"family_name":"B"}}]})",
                  ErrorCode::unknownKind, "Persona");
    expectRefused(R"({"changes":[{"kind":"Person","set":{"family_name":"B","shoe_size":42}}]})",
                  ErrorCode::unknownField, "Person.shoe_size");
    expectRefused(R"({"changes":[{"kind":"Person","set":{"address":{"planet":"Mars"}}}]})",
                  ErrorCode::unknownField, "Person.address.planet");
    expectRefused(R"({"changes":[{"kind":"Person","set":{"family_name":"B"},"clear":["hat"]}]})",
                  ErrorCode::unknownField, "Person.hat");
}

TEST_F(SaveJson, RefusesAValueThatTheFieldCannotHoldAndNamesIt)
{
    for (const char* set :
         {R"({"gir":"four"})", R"({"gir":4.5})", R"({"gir":99999999999})", R"({"gir":null})",
          R"({"family_name":7})", R"({"address":"here"})", R"({"advance_directives":1})",
          R"({"referent":"Paul"})", R"({"team":{"id":"one"}})", R"({"birth_date":[1938]})"}) {
        const std::string text =
            R"({"changes":[{"kind":"Person","set":)" + std::string(set) + "}]}";
        const std::string field = json::parse(set).begin().key();
        expectRefused(text.c_str(), ErrorCode::wrongType, "Person." + field);
    }
    expectRefused(R"({"changes":[{"kind":"Member","set":{"role":"king"}}]})", ErrorCode::wrongType,
                  "Member.role");
    expectRefused(R"({"changes":[{"kind":"Vitals","set":{"at":"this morning"}}]})",
                  ErrorCode::wrongType, "Vitals.at");
}

TEST_F(SaveJson, RefusesAnImplausibleValueBeforeItIsStored)
{
    expectRefused(R"({"changes":[{"kind":"Person","record":"new:p","set":{"family_name":"B"}},
        {"kind":"Vitals","set":{"person":"new:p","at":0,
            "blood_pressure":{"systolic":400,"diastolic":80}}}]})",
                  ErrorCode::outOfRange, "blood_pressure.systolic");
}

TEST_F(SaveJson, RefusesARecordOrLabelThatIsNotThere)
{
    expectRefused(R"({"changes":[{"kind":"Person",
        "record":"0197c0de-0000-7000-8000-000000000001","set":{"gir":4}}]})",
                  ErrorCode::notFound, "changes[0]");
    expectRefused(R"({"changes":[{"kind":"Vitals","set":{"person":"new:p","at":0}}]})",
                  ErrorCode::notFound, "new:p");
}

TEST_F(SaveJson, RefusesADocumentOfAnotherShape)
{
    for (const char* text :
         {"[]", "{}", R"({"changes":{}})", R"({"changes":[7]})", R"({"changes":[],"more":1})",
          R"({"changes":[{"set":{}}]})", R"({"changes":[{"kind":"Person","sett":{}}]})",
          R"({"changes":[{"kind":"Person","record":"p","set":{}}]})",
          R"({"changes":[{"kind":"Person","set":{"gir":4},"clear":["gir"]}]})",
          R"({"changes":[{"kind":"Person","set":[]}]})",
          R"({"changes":[{"kind":"Person","clear":"gir"}]})",
          R"({"changes":[{"kind":"Person","record":"new:p","set":{"family_name":"A"}},
                         {"kind":"Person","record":"new:p","set":{"family_name":"B"}}]})"}) {
        expectRefused(text, ErrorCode::malformed, "");
    }
    EXPECT_FALSE(readJson("{"));
}

TEST_F(SaveJson, RefusesASaveThatChangesNothing)
{
    expectRefused(R"({"changes":[]})", ErrorCode::empty, "");
    expectRefused(R"({"changes":[{"kind":"Person","set":{}}]})", ErrorCode::empty, "changes[0]");
}

TEST_F(SaveJson, RefusesAKindThatTheRecordIsNotOf)
{
    const RecordId person =
        save(R"({"changes":[{"kind":"Person","set":{"family_name":"Bonnet"}}]})").records[0];
    const json change = {{"kind", "Visit"}, {"record", person.text()}, {"set", {{"note", "x"}}}};

    const auto saved = trySave(json({{"changes", {change}}}).dump().c_str());

    ASSERT_FALSE(saved);
    EXPECT_EQ(saved.error().code, ErrorCode::fixedField);
}

TEST_F(SaveJson, SaysOfAnUnsentRecordThatItHasNoSequence)
{
    const RecordId person =
        save(R"({"changes":[{"kind":"Person","set":{"family_name":"Bonnet"}}]})").records[0];

    const json record = need(LedgerJson(profile.ledger()).show("Person", person))["records"][0];
    const json status = need(LedgerJson(profile.ledger()).status());

    EXPECT_TRUE(record["sequence"].is_null());
    EXPECT_EQ(record["unsent"], true);
    EXPECT_EQ(status["waiting"], 1);
    EXPECT_EQ(status["cursor"], "");
    EXPECT_TRUE(status["last_contact"].is_null());
    EXPECT_EQ(status["device"], profile.key().number().text());
}

}  // namespace liaison
