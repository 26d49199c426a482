// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/sync/proof.h"

#include "shared/base/sha256.h"
#include "shared/ledger/leaf.h"

namespace liaison {

std::string ownProof(const Edit& edit, const Verdict& verdict, const std::string& secret)
{
    return hmacSha256(secret, "own" + leafOf(edit, verdict)).substr(0, kOwnProofBytes);
}

void PageProof::add(const Edit& edit, const Verdict& verdict)
{
    leaves_ += leafOf(edit, verdict);
}

std::string PageProof::sealed(const std::string& secret) const
{
    return leaves_.empty() ? std::string() : hmacSha256(secret, "page" + leaves_).substr(0, 16);
}

}  // namespace liaison
