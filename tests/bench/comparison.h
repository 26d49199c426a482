// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json.hpp>
#include <string>

namespace liaison::bench {

/// How much is compared, and how often.
struct Extent {
    std::size_t rounds = 5;
    std::size_t records = 10'000;
    std::size_t edits = 1'000;
    std::size_t tries = 50;
    std::uint64_t seed = 1;
};

/// How large the morning is.
struct Morning {
    std::size_t centres = 200;
    std::size_t devices = 2'000;
    std::size_t edits = 50;
    std::size_t firstRuns = 20;
    std::size_t records = 5'000;
};

/// The product and the floor in turn, so many rounds; the medians of each figure, with
/// `ratio`s of the product to the floor.
///
/// Throws when a run fails, when both sides of either do not end up holding the same, or when the
/// floor is none: 10,000 of its records are 0.87 MB on the line, within 5 %, and taking one in is
/// at most 3 statements (BEGIN and COMMIT are counted for the whole frame).
nlohmann::json compare(const Extent& extent);
/// All devices of a region reconnect at once; see `load::storm`.
nlohmann::json rush(const Morning& morning, std::uint64_t seed);
/// The goals of the design against what came out: `goal`, `value`, `limit`, `reached`.
nlohmann::json goals(const nlohmann::json& figures, const nlohmann::json& rush);
/// The kind of processor and how many cores; nothing that names the machine.
nlohmann::json machine();

/// All of it as tables of text.
std::string tables(const nlohmann::json& result);

}  // namespace liaison::bench
