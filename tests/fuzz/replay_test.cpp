// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "tests/fuzz/target.h"

namespace liaison::fuzz {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kFilesMax = 100;
constexpr std::size_t kBytesMax = 200'000;

const fs::path kCorpus = fs::path(LIAISON_SOURCE_DIR) / "tests/fuzz/corpus";

std::vector<std::string> inputsOf(const std::string& target)
{
    std::vector<fs::path> paths;
    if (!fs::exists(kCorpus / target)) return {};
    for (const auto& entry : fs::directory_iterator(kCorpus / target)) {
        paths.push_back(entry.path());
    }
    std::sort(paths.begin(), paths.end());
    std::vector<std::string> inputs;
    for (const fs::path& path : paths) {
        std::ifstream file(path, std::ios::binary);
        inputs.emplace_back(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
    }
    return inputs;
}

std::size_t timesNoted(const std::string& what)
{
    const auto found = noted().find(what);
    return found == noted().end() ? 0 : found->second;
}

}  // namespace

class Replay : public testing::TestWithParam<Target> {};

TEST_P(Replay, OfTheCorpusKeepsEveryPromiseAndReachesWhatItIsAbout)
{
    const Target& target = GetParam();
    const std::vector<std::string> inputs = inputsOf(target.name);
    std::map<std::string, std::size_t> before = noted();

    for (const std::string& input : inputs) {
        target.prepare();
        target.run(input);
    }

    EXPECT_GE(inputs.size(), 2u);
    for (const std::string& what : target.shows) {
        EXPECT_GT(timesNoted(what), before[what]) << "the corpus never shows " << what;
    }
}

INSTANTIATE_TEST_SUITE_P(Fuzz, Replay, testing::ValuesIn(targets()),
                         [](const auto& one) { return std::string(one.param.name); });

TEST(Corpus, IsSmall)
{
    std::size_t bytes = 0;
    for (const Target& target : targets()) {
        const std::vector<std::string> inputs = inputsOf(target.name);
        EXPECT_LE(inputs.size(), kFilesMax) << target.name;
        for (const std::string& input : inputs) {
            bytes += input.size();
        }
    }
    EXPECT_LE(bytes, kBytesMax);
}

}  // namespace liaison::fuzz
