// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/sync/proof.h"

#include <algorithm>

#include "shared/base/sha256.h"
#include "shared/ledger/leaf.h"

namespace liaison {

std::string ownProof(const Edit& edit, const Verdict& verdict, const std::string& secret)
{
    return hmacSha256(secret, "own" + leafOf(edit, verdict)).substr(0, kOwnProofBytes);
}

void PageProof::add(const Edit& edit, const Verdict& verdict, const std::string& bytes, bool isPart,
                    const std::optional<RecordId>& owner)
{
    std::string leaf = leafOf(edit, verdict);
    leaf.reserve(32 + 32 + 1 + 16);
    appendSha256(leaf, bytes);
    leaf.push_back(isPart ? '\1' : '\0');
    leaf += owner.value_or(RecordId{}).bytes();
    leaves_.push_back(std::move(leaf));
}

std::string PageProof::sealed(const std::string& secret) const
{
    if (leaves_.empty()) return {};
    std::vector<std::string> inOrder = leaves_;
    std::sort(inOrder.begin(), inOrder.end());
    std::string text = "page";
    for (const std::string& leaf : inOrder) {
        text += leaf;
    }
    return hmacSha256(secret, text).substr(0, 16);
}

}  // namespace liaison
