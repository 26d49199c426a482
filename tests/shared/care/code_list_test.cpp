// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/care/code_list.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <set>

#include "shared/base/bytes.h"
#include "shared/care/schema_with_codes.h"
#include "shared/record/validate.h"
#include "tests/support/field_bytes.h"

namespace liaison {

namespace {

std::string pathOf(const CodeList& list, const Code& code)
{
    return std::string(list.name) + " " + std::string(code.code);
}

TEST(CodeLists, HaveEachNameOnceAndEachCodeOnce)
{
    std::set<std::string_view> names;
    for (const CodeList& list : codeLists()) {
        EXPECT_TRUE(names.insert(list.name).second) << list.name;
        EXPECT_GE(list.codes.size(), 2u) << list.name;
        std::set<std::string_view> codes;
        for (const Code& code : list.codes) {
            EXPECT_TRUE(codes.insert(code.code).second) << pathOf(list, code);
        }
    }
    EXPECT_GT(names.size(), 30u);
}

TEST(CodeLists, NameEveryCodeInBothLanguagesAndApartFromTheOthers)
{
    for (const CodeList& list : codeLists()) {
        std::set<std::string_view> fr;
        std::set<std::string_view> en;
        for (const Code& code : list.codes) {
            EXPECT_FALSE(code.fr.empty() || code.en.empty()) << pathOf(list, code);
            EXPECT_TRUE(isUtf8(code.fr) && isUtf8(code.en)) << pathOf(list, code);
            EXPECT_TRUE(fr.insert(code.fr).second) << pathOf(list, code);
            EXPECT_TRUE(en.insert(code.en).second) << pathOf(list, code);
        }
    }
}

TEST(CodeLists, HoldOnlyCodesThatValidationTakes)
{
    const KindSchema& visit = *Schema::care().kind("Visit");
    const std::uint32_t status = visit.field("status")->number;

    for (const CodeList& list : codeLists()) {
        for (const Code& code : list.codes) {
            EXPECT_TRUE(validatePatch(visit, textField(status, code.code), {}))
                << pathOf(list, code);
        }
    }
}

TEST(CodeLists, KeepTheCodesOfTheOfficialNoteTypes)
{
    std::vector<std::string_view> codes;
    for (const Code& code : codesOf("note_type")) {
        codes.push_back(code.code);
    }

    EXPECT_EQ(codes, (std::vector<std::string_view>{"DEM-AVIS", "GEN", "INST", "INTERV", "OBS"}));
}

TEST(CodeLists, CountThePrestationsOfBothVolets)
{
    const auto codes = codesOf("prestation");
    const auto count = [&](std::string_view volet) {
        return std::count_if(codes.begin(), codes.end(),
                             [&](const Code& code) { return code.code.starts_with(volet); });
    };

    EXPECT_EQ(count("V1-"), 28);
    EXPECT_EQ(count("V2-"), 45);
}

TEST(CodeLists, FindACodeInItsListOnly)
{
    ASSERT_NE(codeIn("visit_status", "REALISEE"), nullptr);
    EXPECT_EQ(codeIn("visit_status", "REALISEE")->fr, "Réalisée");
    EXPECT_EQ(codeIn("visit_status", "REALISEE")->en, "Done");
    EXPECT_EQ(codeIn("mode", "REALISEE"), nullptr);
    EXPECT_EQ(codeIn("weather", "REALISEE"), nullptr);
    EXPECT_TRUE(codesOf("weather").empty());
}

/// A code is stored for ever, so one that was ever shipped stays readable.
TEST(Golden, EveryCodeIsStillInItsList)
{
    const std::string path = LIAISON_SOURCE_DIR "/tests/golden/codes.txt";
    std::set<std::string> golden;
    std::ifstream file(path);
    for (std::string line; std::getline(file, line);) {
        golden.insert(line);
    }
    std::string added;
    std::set<std::string> present;
    for (const CodeList& list : codeLists()) {
        for (const Code& code : list.codes) {
            const std::string line = pathOf(list, code);
            present.insert(line);
            if (!golden.contains(line)) added += line + "\n";
        }
    }

    std::string vanished;
    for (const std::string& line : golden) {
        if (!present.contains(line)) vanished += line + "\n";
    }
    if (std::getenv("LIAISON_WRITE_GOLDEN") != nullptr) {
        std::ofstream(path, std::ios::app) << added;
    } else {
        EXPECT_EQ(added, "") << "new: run this test with LIAISON_WRITE_GOLDEN=1 and commit "
                             << path;
        EXPECT_FALSE(golden.empty());
    }
    EXPECT_EQ(vanished, "") << "records hold these codes; keep them";
}

}  // namespace

}  // namespace liaison
