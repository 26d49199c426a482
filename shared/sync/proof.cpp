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
    leaves_.push_back(leafOf(edit, verdict) + sha256(bytes) + (isPart ? '\1' : '\0') +
                      owner.value_or(RecordId{}).bytes());
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
