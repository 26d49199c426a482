// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace liaison {

/// A file of the repository, as the house rules see it.
struct SourceFile {
    std::string path;  ///< from the root of the repository
    std::vector<std::string> lines;
};

/// One line for each breach of a rule: file:line and the culprit.
using Violations = std::vector<std::string>;

/// True of the files that a person writes and a rule looks at.
bool isHeldToRules(const SourceFile& file);

/// Includes against the dependency table: who may include whom, Qt in mobile/, Boost in server/,
/// SQLite in shared/sqlite/, and no header that does something in a folder that only decides.
Violations includeViolations(const SourceFile& file);

/// Readings of the system's clock outside the one class that is for it.
Violations clockViolations(const SourceFile& file);

/// Files, functions and lines that are too long: a noun is missing.
Violations budgetViolations(const SourceFile& file);

/// Files, folders and types named with a word that says nothing.
Violations nameViolations(const SourceFile& file);

/// A file that does not open with its licence.
Violations openingViolations(const SourceFile& file);

/// Marks of unfinished work.
Violations leftoverViolations(const SourceFile& file);

/// Colours written in QML outside the theme.
Violations colourViolations(const SourceFile& file);

}  // namespace liaison
