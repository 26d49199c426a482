// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/ledger/leaf.h"

#include "shared/base/sha256.h"

namespace liaison {

namespace {

void addNumber(std::string& text, std::uint64_t number)
{
    for (int shift = 56; shift >= 0; shift -= 8) {
        text.push_back(static_cast<char>(number >> shift));
    }
}

}  // namespace

std::string leafOf(const Edit& edit, const Verdict& verdict)
{
    std::string text;
    text.reserve(6 * 8 + 32);
    addNumber(text, edit.dot().device.value);
    addNumber(text, edit.dot().n);
    text += edit.hash();
    addNumber(text, static_cast<std::uint64_t>(verdict.receivedAt.time_since_epoch().count()));
    addNumber(text, verdict.isApplied ? 0 : static_cast<std::uint64_t>(verdict.code));
    addNumber(text, verdict.isApplied ? 0 : verdict.change);
    addNumber(text, verdict.isApplied ? 0 : verdict.field);
    return sha256(text);
}

std::string runningAfter(const std::string& running, const std::string& leaf)
{
    return sha256(running + leaf).substr(0, 8);
}

}  // namespace liaison
