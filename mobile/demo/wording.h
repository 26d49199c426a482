// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "mobile/demo/dice.h"

namespace liaison::demo {

enum class Sex { female, male };

/// Names that a sentence may use, for example "fille" for the person's daughter.
using Words = std::map<std::string, std::string, std::less<>>;

/// A sentence made from a pattern:
///
///     {a|b|c}    one of them, by the dice; an empty one is allowed, and they nest
///     <m|f>      the first for a man, the second for a woman
///     $(name)    what `words` has under this name
///
/// Double spaces close up, and sentences begin with a capital. A pattern that breaks these
/// rules, or a name that `words` does not have, is a bug.
std::string say(std::string_view pattern, Sex sex, const Words& words, Dice& dice);

}  // namespace liaison::demo
