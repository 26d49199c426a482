// SPDX-License-Identifier: GPL-3.0-or-later
//
// The house rules that a machine can hold, against every file. Each violation is printed as
// file:line and the culprit. There is no list of exemptions; a rule that is wrong is changed for
// everybody.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "tests/support/house_rules.h"

namespace liaison {

namespace {

namespace fs = std::filesystem;

const std::vector<SourceFile>& sourceFiles()
{
    static const std::vector<SourceFile> files = [] {
        const fs::path root = LIAISON_SOURCE_DIR;
        std::vector<SourceFile> read;
        for (const char* folder : {"proto", "shared", "server", "mobile", "tests"}) {
            for (const auto& entry : fs::recursive_directory_iterator(root / folder)) {
                SourceFile file{fs::relative(entry.path(), root).generic_string(), {}};
                if (!entry.is_regular_file() || !isHeldToRules(file)) continue;
                std::ifstream stream(entry.path());
                for (std::string line; std::getline(stream, line);) {
                    file.lines.push_back(line);
                }
                read.push_back(std::move(file));
            }
        }
        std::sort(read.begin(), read.end(),
                  [](const auto& left, const auto& right) { return left.path < right.path; });
        return read;
    }();
    return files;
}

using Rule = Violations (*)(const SourceFile&);

void expectNone(Rule rule)
{
    ASSERT_GT(sourceFiles().size(), 50u) << "the sources were not found";
    std::string found;
    for (const SourceFile& file : sourceFiles()) {
        for (const std::string& violation : rule(file)) {
            found += violation + "\n";
        }
    }
    EXPECT_TRUE(found.empty()) << found;
}

/// How many violations a rule finds in a file with this path and these lines.
std::size_t found(Rule rule, const std::string& path, const std::vector<std::string>& lines)
{
    return rule({path, lines}).size();
}

TEST(Tidy, IncludesFollowTheDependencyTable)
{
    expectNone(includeViolations);
}

TEST(Tidy, OnlyOnePlaceReadsTheClock)
{
    expectNone(clockViolations);
}

TEST(Tidy, FilesFunctionsAndLinesKeepTheirBudgets)
{
    expectNone(budgetViolations);
}

TEST(Tidy, NoNameUsesAWordThatSaysNothing)
{
    expectNone(nameViolations);
}

TEST(Tidy, EveryFileOpensWithItsLicence)
{
    expectNone(openingViolations);
}

TEST(Tidy, NothingIsLeftForLater)
{
    expectNone(leftoverViolations);
}

TEST(Tidy, ColoursComeFromTheTheme)
{
    expectNone(colourViolations);
}

TEST(Tidy, FindsEveryIncludeThatPointsTheWrongWay)
{
    const std::string qt = "#include <QString>";
    const std::string boost = "#include <boost/asio.hpp>";

    EXPECT_EQ(found(includeViolations, "shared/record/x.cpp", {"#include \"server/a.h\""}), 1u);
    EXPECT_EQ(found(includeViolations, "shared/record/x.h", {"#include \"shared/ledger/a.h\""}),
              1u);
    EXPECT_EQ(found(includeViolations, "shared/new/x.h", {"#include \"shared/base/a.h\""}), 1u);
    EXPECT_EQ(found(includeViolations, "server/x.cpp", {"#include \"mobile/a.h\"", qt}), 2u);
    EXPECT_EQ(found(includeViolations, "mobile/x.cpp", {"#include \"server/a.h\"", boost}), 2u);
    EXPECT_EQ(found(includeViolations, "shared/sync/x.cpp", {qt, boost, "#include <thread>"}), 3u);
    EXPECT_EQ(found(includeViolations, "shared/ledger/x.cpp", {"#include <sqlite3.h>"}), 1u);
    EXPECT_EQ(found(includeViolations, "mobile/x.cpp", {qt, "#include \"shared/sync/a.h\""}), 0u);
    EXPECT_EQ(found(includeViolations, "proto/x.proto", {"import \"other.proto\";"}), 1u);
}

TEST(Tidy, FindsWhatIsTooLong)
{
    const auto lines = [](std::size_t count) { return std::vector<std::string>(count, "x"); };
    std::vector<std::string> function = lines(62);
    function.front() = "{";
    function.back() = "}";

    EXPECT_EQ(found(budgetViolations, "shared/base/x.cpp", lines(400)), 0u);
    EXPECT_EQ(found(budgetViolations, "shared/base/x.cpp", lines(401)), 1u);
    EXPECT_EQ(found(budgetViolations, "mobile/qml/X.qml", lines(201)), 1u);
    EXPECT_EQ(found(budgetViolations, "server/main.cpp", lines(61)), 1u);
    EXPECT_EQ(found(budgetViolations, "shared/base/x.h", {std::string(101, 'x')}), 1u);
    EXPECT_EQ(found(budgetViolations, "shared/base/x.h", {std::string(99, 'x') + "é"}), 0u);
    EXPECT_EQ(found(budgetViolations, "shared/base/x.cpp", function), 0u);
    function.insert(function.begin() + 1, "x");
    EXPECT_EQ(found(budgetViolations, "shared/base/x.cpp", function), 1u);
}

TEST(Tidy, FindsNamesThatSayNothing)
{
    const std::string forward = "class QMimeData;";

    EXPECT_EQ(found(nameViolations, "shared/base/string_utils.h", {}), 1u);
    EXPECT_EQ(found(nameViolations, "mobile/qml/helpers/X.qml", {}), 1u);
    EXPECT_EQ(found(nameViolations, "server/x.h", {"class [[nodiscard]] SyncManager {"}), 1u);
    EXPECT_EQ(found(nameViolations, "server/x.h", {"enum class InfoLevel : int {"}), 1u);
    EXPECT_EQ(found(nameViolations, "server/x.h", {"using RowData = int;", forward}), 1u);
    EXPECT_EQ(found(nameViolations, "shared/sqlite/database.h", {"class Database {"}), 0u);
}

TEST(Tidy, FindsWhatShouldNotStandInAFile)
{
    const std::string clock = "std::chrono::system_clock::now()";
    const std::string left = std::string("// TO") + "DO";

    EXPECT_EQ(found(clockViolations, "shared/sync/x.cpp", {clock}), 1u);
    EXPECT_EQ(found(openingViolations, "shared/base/x.h", {"#pragma once"}), 1u);
    EXPECT_EQ(found(openingViolations, "shared/base/x.h", {}), 1u);
    EXPECT_EQ(found(leftoverViolations, "shared/base/x.h", {left}), 1u);
    EXPECT_EQ(found(colourViolations, "mobile/qml/X.qml", {"border.color: pick(\"#fff\")"}), 1u);
    EXPECT_EQ(found(colourViolations, "mobile/qml/X.qml", {"color: Qt.rgba(1, 0, 0, 1)"}), 1u);
    EXPECT_EQ(found(colourViolations, "mobile/qml/X.qml", {"text: \"#12\""}), 0u);
}

}  // namespace

}  // namespace liaison
