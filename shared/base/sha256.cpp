// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/base/sha256.h"

#include <openssl/core_names.h>
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

struct FreeMac {
    void operator()(EVP_MAC_CTX* mac) const { EVP_MAC_CTX_free(mac); }
};

std::unique_ptr<EVP_MAC_CTX, FreeMac> newMac()
{
    EVP_MAC* const algorithm = EVP_MAC_fetch(nullptr, "HMAC", nullptr);
    std::unique_ptr<EVP_MAC_CTX, FreeMac> mac(EVP_MAC_CTX_new(algorithm));
    EVP_MAC_free(algorithm);
    char digest[] = "SHA256";
    const OSSL_PARAM parameters[] = {
        OSSL_PARAM_construct_utf8_string(OSSL_MAC_PARAM_DIGEST, digest, 0),
        OSSL_PARAM_construct_end()};
    ensure(EVP_MAC_CTX_set_params(mac.get(), parameters) == 1, "HMAC-SHA-256 is always there");
    return mac;
}

const unsigned char* start(std::string_view bytes)
{
    return reinterpret_cast<const unsigned char*>(bytes.data());
}

/// Looked up once.
const EVP_MD* digestAlgorithm()
{
    static const EVP_MD* const algorithm = EVP_MD_fetch(nullptr, "SHA256", nullptr);
    return algorithm;
}

EVP_MD_CTX* contextIn(void* context)
{
    return static_cast<EVP_MD_CTX*>(context);
}

}  // namespace

Sha256Sum::Sha256Sum() : context_(EVP_MD_CTX_new())
{
    ensure(EVP_DigestInit_ex2(contextIn(context_), digestAlgorithm(), nullptr) == 1,
           "SHA-256 is always there");
}

Sha256Sum::~Sha256Sum()
{
    EVP_MD_CTX_free(contextIn(context_));
}

void Sha256Sum::add(std::string_view bytes)
{
    ensure(EVP_DigestUpdate(contextIn(context_), bytes.data(), bytes.size()) == 1,
           "SHA-256 takes any bytes");
}

std::string Sha256Sum::end()
{
    std::string digest(kDigestBytes, '\0');
    auto* const bytes = reinterpret_cast<unsigned char*>(digest.data());
    ensure(EVP_DigestFinal_ex(contextIn(context_), bytes, nullptr) == 1, "a sum ends once");
    return digest;
}

std::string sha256(std::string_view bytes)
{
    std::string digest;
    appendSha256(digest, bytes);
    return digest;
}

void appendSha256(std::string& to, std::string_view bytes)
{
    to.resize(to.size() + kDigestBytes);
    auto* const place = reinterpret_cast<unsigned char*>(to.data() + to.size() - kDigestBytes);
    const bool isMade = EVP_DigestInit_ex2(context(), digestAlgorithm(), nullptr) == 1 &&
                        EVP_DigestUpdate(context(), bytes.data(), bytes.size()) == 1 &&
                        EVP_DigestFinal_ex(context(), place, nullptr) == 1;
    ensure(isMade, "SHA-256 is always there");
}

std::string hmacSha256(std::string_view key, std::string_view bytes)
{
    thread_local const std::unique_ptr<EVP_MAC_CTX, FreeMac> mac = newMac();
    // A context that has its key already starts again at a third of the price.
    thread_local std::string keyed;
    const bool isKeyed = !key.empty() && keyed == key;
    if (!isKeyed) keyed = key;
    std::string tag(kDigestBytes, '\0');
    std::size_t count = 0;
    const bool isMade = EVP_MAC_init(mac.get(), isKeyed ? nullptr : start(key),
                                     isKeyed ? 0 : key.size(), nullptr) == 1 &&
                        EVP_MAC_update(mac.get(), start(bytes), bytes.size()) == 1 &&
                        EVP_MAC_final(mac.get(), reinterpret_cast<unsigned char*>(tag.data()),
                                      &count, tag.size()) == 1;
    ensure(isMade && count == tag.size(), "HMAC-SHA-256 is always there");
    return tag;
}

}  // namespace liaison
