// SPDX-License-Identifier: GPL-3.0-or-later
#include "mobile/demo/wording.h"

#include <vector>

#include "shared/base/ensure.h"

namespace liaison::demo {

namespace {

/// Reads a pattern from its beginning to its end, once.
class Speaker {
public:
    Speaker(std::string_view pattern, Sex sex, const Words& words, Dice& dice)
        : rest_(pattern), sex_(sex), words_(words), dice_(dice)
    {
    }

    std::string all()
    {
        std::string text = until("");
        ensure(rest_.empty(), "a pattern closes what it did not open");
        return text;
    }

private:
    /// The text up to one of the letters of `ends`, which is left to be read.
    std::string until(std::string_view ends)
    {
        std::string text;
        while (!rest_.empty() && ends.find(rest_.front()) == std::string_view::npos) {
            if (rest_.front() == '{') {
                text += choice('}');
            } else if (rest_.front() == '<') {
                text += choice('>');
            } else if (rest_.starts_with("$(")) {
                text += word();
            } else {
                text += rest_.front();
                rest_.remove_prefix(1);
            }
        }
        return text;
    }

    std::string choice(char close)
    {
        const std::string ends{'|', close};
        std::vector<std::string> branches;
        do {
            rest_.remove_prefix(1);
            branches.push_back(until(ends));
            ensure(!rest_.empty(), "a pattern opens what it does not close");
        } while (rest_.front() == '|');
        rest_.remove_prefix(1);
        if (close == '}') return dice_.pick(branches);
        ensure(branches.size() == 2, "a pattern agrees with a man and a woman");
        return branches[sex_ == Sex::male ? 0 : 1];
    }

    std::string word()
    {
        const auto end = rest_.find(')');
        ensure(end != std::string_view::npos, "a pattern has a name without an end");
        const auto known = words_.find(rest_.substr(2, end - 2));
        ensure(known != words_.end(), "a pattern uses a name that nothing has");
        rest_.remove_prefix(end + 1);
        return known->second;
    }

    std::string_view rest_;
    Sex sex_;
    const Words& words_;
    Dice& dice_;
};

std::string closedUp(const std::string& text)
{
    std::string closed;
    for (const char letter : text) {
        const bool isDouble = letter == ' ' && (closed.empty() || closed.back() == ' ');
        if (!isDouble) closed += letter;
    }
    while (!closed.empty() && closed.back() == ' ') {
        closed.pop_back();
    }
    return closed;
}

/// Makes the letter at this place a capital: ASCII, and é, è, ê, à, ç and their like.
void capitalise(std::string& text, std::size_t at)
{
    if (at >= text.size()) return;
    if (text[at] >= 'a' && text[at] <= 'z') {
        text[at] = static_cast<char>(text[at] - 'a' + 'A');
    } else if (text[at] == '\xc3' && at + 1 < text.size()) {
        const auto second = static_cast<unsigned char>(text[at + 1]);
        if (second >= 0xa0) text[at + 1] = static_cast<char>(second - 0x20);
    }
}

void capitaliseSentences(std::string& text)
{
    capitalise(text, 0);
    for (auto end = text.find(". "); end != std::string::npos; end = text.find(". ", end + 1)) {
        capitalise(text, end + 2);
    }
}

}  // namespace

std::string say(std::string_view pattern, Sex sex, const Words& words, Dice& dice)
{
    std::string text = closedUp(Speaker(pattern, sex, words, dice).all());
    capitaliseSentences(text);
    return text;
}

}  // namespace liaison::demo
