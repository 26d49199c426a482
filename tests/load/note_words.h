// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace liaison::load {

/// The words that invented notes are put together from, by their place in a sentence. All of them
/// agree with a man and a woman alike.
struct NoteWords {
    std::vector<std::string> familyNames, givenNames, prestations, outcomes;
    std::vector<std::string> who, is, state, when, did, what, how, seen, looks, next, plan, measure;
};

const NoteWords& noteWords();

}  // namespace liaison::load
