// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/net/tls_policy.h"

#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>
#include <openssl/x509.h>

#include <array>

#include "shared/base/ensure.h"
#include "shared/base/sha256.h"

namespace liaison {

namespace {

constexpr std::string_view kAlpnKnown = "liaison/1";
constexpr std::string_view kAlpnJoin = "liaison-join/1";
/// Both names as the wire has them, ours first: a client that offers both is a known one.
constexpr std::string_view kAlpnWire = "\x09liaison/1\x0eliaison-join/1";
/// One self-signed certificate is some 400 bytes.
constexpr long kCertificateBytesMax = 4096;

std::string_view alpnOf(const SSL* ssl)
{
    const unsigned char* name = nullptr;
    unsigned int size = 0;
    SSL_get0_alpn_selected(ssl, &name, &size);
    return {reinterpret_cast<const char*>(name), size};
}

/// SHA-256 of the public key of a certificate, in SPKI form.
std::string pinOf(X509* certificate)
{
    unsigned char* der = nullptr;
    const int size = i2d_X509_PUBKEY(X509_get_X509_PUBKEY(certificate), &der);
    if (size <= 0) return {};
    const std::string pin =
        sha256({reinterpret_cast<const char*>(der), static_cast<std::size_t>(size)});
    OPENSSL_free(der);
    return pin;
}

bool isP256(X509* certificate)
{
    EVP_PKEY* key = X509_get0_pubkey(certificate);
    if (key == nullptr || EVP_PKEY_is_a(key, "EC") != 1) return false;
    std::array<char, 32> group{};
    std::size_t size = 0;
    if (EVP_PKEY_get_group_name(key, group.data(), group.size(), &size) != 1) return false;
    return std::string_view(group.data(), size) == "prime256v1";
}

int selectAlpn(SSL*, const unsigned char** chosen, unsigned char* chosenSize,
               const unsigned char* offered, unsigned int offeredSize, void*)
{
    unsigned char* name = nullptr;
    const int found = SSL_select_next_proto(
        &name, chosenSize, reinterpret_cast<const unsigned char*>(kAlpnWire.data()),
        static_cast<unsigned int>(kAlpnWire.size()), offered, offeredSize);
    if (found != OPENSSL_NPN_NEGOTIATED) return SSL_TLSEXT_ERR_ALERT_FATAL;
    *chosen = name;
    return SSL_TLSEXT_ERR_OK;
}

// Replaces the building of a chain: there is none. That the peer holds the key is proved apart
// from this, by its signature over the handshake.
int judgePeer(X509_STORE_CTX* store, void* argument)
{
    const auto& knows = *static_cast<const TlsPolicy::Knows*>(argument);
    const auto* ssl = static_cast<const SSL*>(
        X509_STORE_CTX_get_ex_data(store, SSL_get_ex_data_X509_STORE_CTX_idx()));
    X509* certificate = X509_STORE_CTX_get0_cert(store);
    const STACK_OF(X509)* chain = X509_STORE_CTX_get0_untrusted(store);
    const bool isAlone = chain == nullptr || sk_X509_num(chain) <= 1;
    // A client that names no conversation never reached `selectAlpn`: it ends here.
    const std::string_view alpn = alpnOf(ssl);
    const bool isWelcome = isAlone && certificate != nullptr && isP256(certificate) &&
                           (alpn == kAlpnJoin || (alpn == kAlpnKnown && knows(pinOf(certificate))));
    X509_STORE_CTX_set_error(store, isWelcome ? X509_V_OK : X509_V_ERR_CERT_UNTRUSTED);
    return isWelcome ? 1 : 0;
}

bool useKey(SSL_CTX* context, const std::string& certificatePem, const std::string& keyPem)
{
    BIO* certificateText =
        BIO_new_mem_buf(certificatePem.data(), static_cast<int>(certificatePem.size()));
    BIO* keyText = BIO_new_mem_buf(keyPem.data(), static_cast<int>(keyPem.size()));
    X509* certificate = PEM_read_bio_X509(certificateText, nullptr, nullptr, nullptr);
    EVP_PKEY* key = PEM_read_bio_PrivateKey(keyText, nullptr, nullptr, nullptr);
    const bool isUsed = certificate != nullptr && key != nullptr &&
                        SSL_CTX_use_certificate(context, certificate) == 1 &&
                        SSL_CTX_use_PrivateKey(context, key) == 1 &&
                        SSL_CTX_check_private_key(context) == 1;
    EVP_PKEY_free(key);
    X509_free(certificate);
    BIO_free(keyText);
    BIO_free(certificateText);
    return isUsed;
}

bool setRules(SSL_CTX* context)
{
    constexpr unsigned char kSessionContext[] = "liaison";
    SSL_CTX_set_options(context, SSL_OP_NO_TICKET | SSL_OP_NO_RENEGOTIATION |
                                     SSL_OP_NO_COMPRESSION | SSL_OP_IGNORE_UNEXPECTED_EOF);
    SSL_CTX_set_session_cache_mode(context, SSL_SESS_CACHE_OFF);
    // An idle connection gives its buffers back: 20 kB each instead of 77.
    SSL_CTX_set_mode(context, SSL_MODE_RELEASE_BUFFERS | SSL_MODE_ENABLE_PARTIAL_WRITE |
                                  SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER);
    SSL_CTX_set_max_cert_list(context, kCertificateBytesMax);
    SSL_CTX_set_verify(context, SSL_VERIFY_PEER | SSL_VERIFY_FAIL_IF_NO_PEER_CERT, nullptr);
    SSL_CTX_set_alpn_select_cb(context, selectAlpn, nullptr);
    return SSL_CTX_set_min_proto_version(context, TLS1_3_VERSION) == 1 &&
           SSL_CTX_set_max_proto_version(context, TLS1_3_VERSION) == 1 &&
           SSL_CTX_set_num_tickets(context, 0) == 1 &&
           SSL_CTX_set1_sigalgs_list(context, "ECDSA+SHA256") == 1 &&
           SSL_CTX_set1_client_sigalgs_list(context, "ECDSA+SHA256") == 1 &&
           SSL_CTX_set_session_id_context(context, kSessionContext, sizeof kSessionContext) == 1;
}

}  // namespace

void TlsPolicy::Free::operator()(ssl_ctx_st* context) const
{
    SSL_CTX_free(context);
}

TlsPolicy::TlsPolicy(Context context, std::unique_ptr<Knows> knows)
    : knows_(std::move(knows)), context_(std::move(context))
{
    SSL_CTX_set_cert_verify_callback(context_.get(), judgePeer, knows_.get());
}

Result<TlsPolicy> TlsPolicy::make(const std::string& certificatePem,
                                  const std::string& privateKeyPem, Knows knows)
{
    Context context(SSL_CTX_new(TLS_server_method()));
    ensure(context != nullptr && setRules(context.get()), "OpenSSL without TLS 1.3");
    if (!useKey(context.get(), certificatePem, privateKeyPem)) {
        ERR_clear_error();
        return Error{ErrorCode::damaged, "the server's key and its certificate do not match"};
    }
    return TlsPolicy(std::move(context), std::make_unique<Knows>(std::move(knows)));
}

Peer peerOf(ssl_st* ssl)
{
    X509* certificate = SSL_get0_peer_certificate(ssl);
    ensure(certificate != nullptr, "a handshake that ended without a certificate");
    return {pinOf(certificate), alpnOf(ssl) == kAlpnJoin};
}

}  // namespace liaison
