// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/base/sha256.h"

#include <openssl/evp.h>

#include <memory>

#include "shared/base/ensure.h"

namespace liaison {

namespace {

constexpr std::size_t kDigestBytes = 32;

struct FreeContext {
    void operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }
};

/// One for each thread: looking the algorithm up anew costs more than the digest of an edit.
EVP_MD_CTX* context()
{
    thread_local const std::unique_ptr<EVP_MD_CTX, FreeContext> kept(EVP_MD_CTX_new());
    return kept.get();
}

}  // namespace

std::string sha256(std::string_view bytes)
{
    static const EVP_MD* const algorithm = EVP_MD_fetch(nullptr, "SHA256", nullptr);
    std::string digest(kDigestBytes, '\0');
    const bool isMade =
        EVP_DigestInit_ex2(context(), algorithm, nullptr) == 1 &&
        EVP_DigestUpdate(context(), bytes.data(), bytes.size()) == 1 &&
        EVP_DigestFinal_ex(context(), reinterpret_cast<unsigned char*>(digest.data()), nullptr) ==
            1;
    ensure(isMade, "SHA-256 is always there");
    return digest;
}

}  // namespace liaison
