// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "shared/ledger/ledger.h"

namespace liaison {

constexpr std::size_t kOwnProofBytes = 8;

/// By which a centre knows its own word on one edit again: 8 bytes of HMAC-SHA-256 (RFC 2104) under
/// its secret. Too short to be found by trying, since every try is a conversation.
std::string ownProof(const Edit& edit, const Verdict& verdict, const std::string& secret);

/// The same for the entries of a page, whatever their order: 16 bytes over, for each, the leaf,
/// SHA-256 of the bytes that were sent of the edit, whether they are a part of it, and the member
/// whose device wrote it.
class PageProof {
public:
    /// `bytes` are what is sent of the edit; `owner` is none for a device that nobody owns.
    void add(const Edit& edit, const Verdict& verdict, const std::string& bytes, bool isPart,
             const std::optional<RecordId>& owner);
    std::string sealed(const std::string& secret) const;

private:
    std::vector<std::string> leaves_;
};

}  // namespace liaison
