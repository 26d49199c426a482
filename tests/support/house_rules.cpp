// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/house_rules.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <string_view>

namespace liaison {

namespace {

namespace fs = std::filesystem;

/// A folder of ours, and the only places of ours that its files may include from.
struct Row {
    std::string_view folder;
    std::vector<std::string_view> mayInclude;
};

const std::vector<Row> kDependencies = {
    {"shared/base/", {"shared/base/"}},
    {"shared/record/", {"shared/base/", "shared/record/", "liaison/v1/"}},
    {"shared/sqlite/", {"shared/base/", "shared/sqlite/"}},
    {"shared/ledger/",
     {"shared/base/", "shared/record/", "shared/sqlite/", "shared/ledger/", "liaison/v1/"}},
    {"shared/sync/",
     {"shared/base/", "shared/record/", "shared/ledger/", "shared/sync/", "liaison/v1/"}},
    {"shared/care/", {"shared/base/", "shared/record/", "shared/care/", "liaison/v1/"}},
    {"shared/trust/", {"shared/base/", "shared/record/", "shared/trust/", "liaison/v1/"}},
    {"server/", {"shared/", "server/", "liaison/v1/"}},
    {"mobile/", {"shared/", "mobile/", "liaison/v1/"}},
    {"tests/", {"shared/", "server/", "mobile/", "tests/", "liaison/v1/"}},
};

/// Headers of others, by how their names begin, and the only folders that may include them.
const std::vector<Row> kForeignHeaders = {
    {"Q", {"mobile/", "tests/"}},
    {"boost/", {"server/", "tests/"}},
    {"sqlite3.h", {"shared/sqlite/", "tests/"}},
};

/// Folders that take bytes and time as arguments, and the headers that would betray it.
constexpr std::array<std::string_view, 3> kPureFolders = {"shared/record/", "shared/sync/",
                                                          "shared/care/"};
constexpr std::array<std::string_view, 7> kDoersHeaders = {
    "fcntl.h", "filesystem", "fstream", "iostream", "sys/", "thread", "unistd.h"};

constexpr std::array<std::string_view, 15> kBannedWords = {
    "manager", "managers", "helper", "helpers",    "util",        "utils", "common", "misc",
    "handler", "handlers", "impl",   "controller", "controllers", "info",  "data"};

constexpr std::string_view kLicence = "// SPDX-License-Identifier: GPL-3.0-or-later";

bool endsWith(const SourceFile& file, std::string_view ending)
{
    return file.path.ends_with(ending);
}

bool isCpp(const SourceFile& file)
{
    return endsWith(file, ".h") || endsWith(file, ".cpp");
}

}  // namespace

bool isHeldToRules(const SourceFile& file)
{
    return isCpp(file) || endsWith(file, ".qml") || endsWith(file, ".proto") ||
           endsWith(file, ".js") || endsWith(file, ".sql");
}

namespace {

template <typename Starts>
bool startsWithAny(std::string_view text, const Starts& starts)
{
    return std::any_of(starts.begin(), starts.end(),
                       [&](std::string_view start) { return text.starts_with(start); });
}

std::string_view trimmed(std::string_view line)
{
    const auto first = line.find_first_not_of(" \t");
    return first == std::string_view::npos ? std::string_view{} : line.substr(first);
}

std::string at(const SourceFile& file, std::size_t index, std::string_view culprit)
{
    return file.path + ":" + std::to_string(index + 1) + ": " + std::string(culprit);
}

// Who may include whom.

void checkOwnInclude(const SourceFile& file, std::size_t index, std::string_view header,
                     Violations& found)
{
    const auto row =
        std::find_if(kDependencies.begin(), kDependencies.end(),
                     [&](const Row& candidate) { return file.path.starts_with(candidate.folder); });
    if (header.ends_with(".moc")) return;
    if (row == kDependencies.end()) {
        found.push_back(at(file, index, "this folder has no row in the dependency table"));
    } else if (!startsWithAny(header, row->mayInclude)) {
        found.push_back(at(file, index, "may not include " + std::string(header)));
    }
}

void checkForeignInclude(const SourceFile& file, std::size_t index, std::string_view header,
                         Violations& found)
{
    const bool isOurs =
        startsWithAny(header, std::array{"liaison/", "shared/", "server/", "mobile/"});
    const bool isForbidden =
        std::any_of(kForeignHeaders.begin(), kForeignHeaders.end(), [&](const Row& row) {
            return header.starts_with(row.folder) && !startsWithAny(file.path, row.mayInclude);
        });
    const bool does =
        startsWithAny(file.path, kPureFolders) && startsWithAny(header, kDoersHeaders);
    if (isOurs || isForbidden || does) {
        found.push_back(at(file, index, "may not include <" + std::string(header) + ">"));
    }
}

}  // namespace

Violations includeViolations(const SourceFile& file)
{
    Violations found;
    for (std::size_t i = 0; i < file.lines.size(); ++i) {
        const std::string_view line = trimmed(file.lines[i]);
        const bool isImport = endsWith(file, ".proto") && line.starts_with("import ");
        const bool isInclude = isCpp(file) && line.starts_with("#include ");
        if (!isImport && !isInclude) continue;
        const auto open = line.find_first_of("\"<");
        const auto close = line.find_first_of("\">", open + 1);
        if (close == std::string_view::npos) continue;
        const std::string_view header = line.substr(open + 1, close - open - 1);
        if (isImport && !startsWithAny(header, std::array{"liaison/v1/", "google/protobuf/"})) {
            found.push_back(at(file, i, "may not import " + std::string(header)));
        }
        if (isInclude && line[open] == '"') checkOwnInclude(file, i, header, found);
        if (isInclude && line[open] == '<') checkForeignInclude(file, i, header, found);
    }
    return found;
}

Violations clockViolations(const SourceFile& file)
{
    Violations found;
    const bool mayRead = file.path == "shared/base/time.cpp" || file.path.starts_with("tests/");
    for (std::size_t i = 0; isCpp(file) && !mayRead && i < file.lines.size(); ++i) {
        if (file.lines[i].find("system_clock::now") != std::string::npos) {
            found.push_back(at(file, i, "reads the clock itself instead of asking a Clock"));
        }
    }
    return found;
}

namespace {

// How long things may be.

std::size_t linesMax(const SourceFile& file)
{
    if (fs::path(file.path).filename() == "main.cpp") return 60;
    if (endsWith(file, ".qml")) return 200;
    return isCpp(file) ? 400 : SIZE_MAX;
}

std::size_t columns(std::string_view line)
{
    return static_cast<std::size_t>(std::count_if(line.begin(), line.end(), [](char c) {
        return (static_cast<unsigned char>(c) & 0xc0) != 0x80;
    }));
}

/// A function's brace stands alone on its line; its body ends with one at the same depth.
void checkFunctions(const SourceFile& file, Violations& found)
{
    constexpr std::size_t kFunctionLinesMax = 60;
    for (std::size_t i = 0; i < file.lines.size(); ++i) {
        const std::string& open = file.lines[i];
        if (trimmed(open) != "{") continue;
        const std::string close = open.substr(0, open.size() - 1) + "}";
        const auto end =
            std::find(file.lines.begin() + static_cast<std::ptrdiff_t>(i), file.lines.end(), close);
        const auto length = static_cast<std::size_t>(end - file.lines.begin()) - i;
        if (length <= kFunctionLinesMax + 1) continue;
        found.push_back(at(file, i, "a function of " + std::to_string(length - 1) + " lines"));
    }
}

}  // namespace

Violations budgetViolations(const SourceFile& file)
{
    constexpr std::size_t kColumnsMax = 100;
    Violations found;
    if (file.lines.size() > linesMax(file)) {
        found.push_back(at(file, linesMax(file), std::to_string(file.lines.size()) + " lines"));
    }
    for (std::size_t i = 0; isHeldToRules(file) && i < file.lines.size(); ++i) {
        const std::size_t width = columns(file.lines[i]);
        if (width > kColumnsMax) found.push_back(at(file, i, std::to_string(width) + " columns"));
    }
    if (isCpp(file)) checkFunctions(file, found);
    return found;
}

namespace {

// How things are named.

/// The words of a PascalCase, camelCase or snake_case name, in lower case.
std::vector<std::string> wordsOf(std::string_view name)
{
    std::vector<std::string> words(1);
    for (std::size_t i = 0; i < name.size(); ++i) {
        const bool isUpper = name[i] >= 'A' && name[i] <= 'Z';
        const bool wasUpper = i > 0 && name[i - 1] >= 'A' && name[i - 1] <= 'Z';
        if (name[i] == '_' || name[i] == '-' || (isUpper && !wasUpper)) words.emplace_back();
        if (name[i] == '_' || name[i] == '-') continue;
        words.back().push_back(static_cast<char>(isUpper ? name[i] - 'A' + 'a' : name[i]));
    }
    return words;
}

bool isBanned(std::string_view name)
{
    const auto words = wordsOf(name);
    return std::any_of(words.begin(), words.end(), [](const std::string& word) {
        return std::find(kBannedWords.begin(), kBannedWords.end(), word) != kBannedWords.end();
    });
}

/// The type that this line declares, or nothing. Types of Qt begin with Q, ours never do.
std::string_view declaredType(std::string_view line)
{
    line = trimmed(line);
    constexpr std::array<std::string_view, 7> kKeywords = {
        "enum class ", "enum ", "class ", "struct ", "using ", "message ", "component "};
    const auto keyword = std::find_if(kKeywords.begin(), kKeywords.end(),
                                      [&](auto word) { return line.starts_with(word); });
    if (keyword == kKeywords.end()) return {};
    line.remove_prefix(keyword->size());
    if (line.starts_with("[[")) line = trimmed(line.substr(line.find("]]") + 2));
    const std::string_view name = line.substr(0, line.find_first_of(" :;{<(=\n"));
    const bool isQt = name.size() > 1 && name[0] == 'Q' && name[1] >= 'A' && name[1] <= 'Z';
    return isQt ? std::string_view{} : name;
}

}  // namespace

Violations nameViolations(const SourceFile& file)
{
    Violations found;
    for (const fs::path& part : fs::path(file.path)) {
        const std::string name = part.string();
        if (isBanned(name.substr(0, name.find('.')))) found.push_back(at(file, 0, name));
    }
    const bool declares = isCpp(file) || endsWith(file, ".proto") || endsWith(file, ".qml");
    for (std::size_t i = 0; declares && i < file.lines.size(); ++i) {
        const std::string_view type = declaredType(file.lines[i]);
        if (isBanned(type)) found.push_back(at(file, i, type));
    }
    return found;
}

namespace {

// What stands in a file, and what does not.

}  // namespace

Violations openingViolations(const SourceFile& file)
{
    const bool isHeld = isCpp(file) || endsWith(file, ".qml") || endsWith(file, ".proto");
    if (!isHeld || (!file.lines.empty() && file.lines.front() == kLicence)) return {};
    return {at(file, 0, "the first line is not the licence")};
}

Violations leftoverViolations(const SourceFile& file)
{
    const std::array<std::string, 3> leftovers = {
        std::string("TO") + "DO", std::string("FIX") + "ME", std::string("XX") + "X"};
    Violations found;
    for (std::size_t i = 0; i < file.lines.size(); ++i) {
        for (const std::string& leftover : leftovers) {
            if (file.lines[i].find(leftover) == std::string::npos) continue;
            found.push_back(at(file, i, leftover));
        }
    }
    return found;
}

namespace {

bool isColour(std::string_view quoted)
{
    if (quoted.size() < 4 || quoted.size() > 9 || quoted[0] != '#') return false;
    return quoted.find_first_not_of("0123456789abcdefABCDEF", 1) == std::string_view::npos;
}

}  // namespace

Violations colourViolations(const SourceFile& file)
{
    Violations found;
    const bool isTheme = file.path == "mobile/qml/style/Theme.qml";
    const bool isHeld = (endsWith(file, ".qml") || endsWith(file, ".js")) && !isTheme;
    for (std::size_t i = 0; isHeld && i < file.lines.size(); ++i) {
        const std::string_view line = file.lines[i];
        for (auto quote = line.find('"'); quote != line.npos; quote = line.find('"', quote + 1)) {
            const std::string_view quoted =
                line.substr(quote + 1, line.find('"', quote + 1) - quote - 1);
            if (isColour(quoted)) found.push_back(at(file, i, quoted));
        }
        for (const std::string_view made : {"Qt.rgba(", "Qt.hsla(", "Qt.hsva(", "color: \""}) {
            if (line.find(made) != line.npos) found.push_back(at(file, i, made));
        }
    }
    return found;
}

}  // namespace liaison
