// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ostream>
#include <string>

#include "mobile/demo/programs.h"
#include "shared/base/time.h"

namespace liaison::demo {

/// Tells what ledgers hold, in French, line by line. Every line is given the JSON that
/// liaison-device read in a ledger; nothing is told from memory.
class Transcript {
public:
    explicit Transcript(std::ostream& out) : out_(out) {}

    /// A heading: what people do now.
    void scene(const std::string& text);
    /// `where` says in whose ledger it was read.
    void line(const std::string& where, const std::string& text);
    /// A value in quotation marks under the line it belongs to, and who wrote it.
    void value(const std::string& text, const std::string& signature = {});

private:
    std::ostream& out_;
};

// What the words of a transcript are made of.

/// The text of a field as a record shows it; empty when it has none.
std::string shownText(const json& record, const std::string& field);
/// "Réalisée", from the code that the field shows.
std::string shownCode(const json& record, const std::string& field, const std::string& list);
/// "aujourd’hui 10:42" or "lun. 14 sept. 10:42" in France, from the ISO text of a moment; "jamais"
/// for null.
std::string momentOf(const json& moment, Instant now);
/// "M. André Castang", from a Person record.
std::string personName(const json& person);
/// "sur ce téléphone" or "reçu par le centre à 10:42", from the history of a record and the dot of
/// an edit in it. Fails with `notFound` when the history lacks it, and with `notAllowed` when the
/// centre refused it.
Result<std::string> whereIsIt(const json& history, const std::string& dot);

}  // namespace liaison::demo
