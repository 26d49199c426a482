// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/trust/device_key.h"

#include <openssl/bio.h>
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/x509.h>

#include <memory>
#include <utility>

#include "shared/base/sha256.h"

namespace liaison {

namespace {

constexpr const char* kName = "peer";
constexpr const char* kNotBefore = "20000101000000Z";
constexpr const char* kNotAfter = "99991231235959Z";  // RFC 5280: no well-defined end

template <typename T, auto kFree>
struct Freed {
    void operator()(T* object) const { kFree(object); }
};
using Key = std::unique_ptr<EVP_PKEY, Freed<EVP_PKEY, EVP_PKEY_free>>;
using Certificate = std::unique_ptr<X509, Freed<X509, X509_free>>;
using Memory = std::unique_ptr<BIO, Freed<BIO, BIO_free_all>>;

Error malformed(const char* what)
{
    return Error{ErrorCode::malformed, what};
}

/// OpenSSL would ask at the terminal otherwise.
int refusePassphrase(char*, int, int, void*)
{
    return -1;
}

Memory reading(const std::string& text)
{
    return Memory(BIO_new_mem_buf(text.data(), static_cast<int>(text.size())));
}

std::string written(BIO* memory)
{
    char* start = nullptr;
    const long count = BIO_get_mem_data(memory, &start);
    return {start, static_cast<std::size_t>(count)};
}

bool isP256(EVP_PKEY* key)
{
    char group[32] = {};
    return key != nullptr && EVP_PKEY_is_a(key, "EC") == 1 &&
           EVP_PKEY_get_group_name(key, group, sizeof group, nullptr) == 1 &&
           std::string_view(group) == "prime256v1";
}

/// SHA-256 of the SubjectPublicKeyInfo as it stands in the certificate.
std::string pinOf(X509* certificate)
{
    unsigned char* der = nullptr;
    const int count = i2d_X509_PUBKEY(X509_get_X509_PUBKEY(certificate), &der);
    ensure(count > 0, "a certificate of a P-256 key has a public key");
    const std::string spki(reinterpret_cast<char*>(der), static_cast<std::size_t>(count));
    OPENSSL_free(der);
    return sha256(spki);
}

bool setName(X509* certificate)
{
    X509_NAME* name = X509_get_subject_name(certificate);
    const auto* text = reinterpret_cast<const unsigned char*>(kName);
    return X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_ASC, text, -1, -1, 0) == 1 &&
           X509_set_issuer_name(certificate, name) == 1;
}

bool setSerial(X509* certificate)
{
    std::uint64_t serial = 0;
    if (RAND_bytes(reinterpret_cast<unsigned char*>(&serial), sizeof serial) != 1) return false;
    // Positive in every reader's eyes, and never zero.
    serial = (serial >> 1) | 1;
    return ASN1_INTEGER_set_uint64(X509_get_serialNumber(certificate), serial) == 1;
}

Certificate selfSigned(EVP_PKEY* key)
{
    Certificate certificate(X509_new());
    X509* x = certificate.get();
    const bool isMade = x != nullptr && X509_set_version(x, X509_VERSION_3) == 1 && setSerial(x) &&
                        setName(x) &&
                        ASN1_TIME_set_string_X509(X509_getm_notBefore(x), kNotBefore) == 1 &&
                        ASN1_TIME_set_string_X509(X509_getm_notAfter(x), kNotAfter) == 1 &&
                        X509_set_pubkey(x, key) == 1 && X509_sign(x, key, EVP_sha256()) > 0;
    if (!isMade) certificate.reset();
    return certificate;
}

}  // namespace

DeviceKey::~DeviceKey()
{
    OPENSSL_cleanse(privateKeyPem_.data(), privateKeyPem_.size());
}

Result<DeviceKey> DeviceKey::make()
{
    const Key key(EVP_EC_gen("P-256"));
    if (!key) return Error{ErrorCode::io, "OpenSSL makes no key"};
    const Certificate certificate = selfSigned(key.get());
    if (!certificate) return Error{ErrorCode::io, "OpenSSL makes no certificate"};
    const Memory certificateText(BIO_new(BIO_s_mem()));
    const Memory keyText(BIO_new(BIO_s_secmem()));
    if (!certificateText || !keyText ||
        PEM_write_bio_X509(certificateText.get(), certificate.get()) != 1 ||
        PEM_write_bio_PKCS8PrivateKey(keyText.get(), key.get(), nullptr, nullptr, 0, nullptr,
                                      nullptr) != 1) {
        return Error{ErrorCode::io, "OpenSSL writes no PEM"};
    }
    DeviceKey made;
    made.certificatePem_ = written(certificateText.get());
    made.privateKeyPem_ = written(keyText.get());
    made.pin_ = pinOf(certificate.get());
    return made;
}

Result<DeviceKey> DeviceKey::fromPem(const std::string& certificatePem,
                                     const std::string& privateKeyPem)
{
    const Memory certificateText = reading(certificatePem);
    const Memory keyText = reading(privateKeyPem);
    if (!certificateText || !keyText) return malformed("no PEM");
    const Certificate certificate(
        PEM_read_bio_X509(certificateText.get(), nullptr, refusePassphrase, nullptr));
    if (!certificate) return malformed("no certificate in PEM");
    const Key key(PEM_read_bio_PrivateKey(keyText.get(), nullptr, refusePassphrase, nullptr));
    if (!key) return malformed("no private key in PEM, or one under a passphrase");
    if (!isP256(key.get())) return malformed("the key is not P-256");
    if (X509_check_private_key(certificate.get(), key.get()) != 1) {
        return malformed("the certificate is of another key");
    }
    const Memory certificateAlone(BIO_new(BIO_s_mem()));
    const Memory keyAlone(BIO_new(BIO_s_secmem()));
    PEM_write_bio_X509(certificateAlone.get(), certificate.get());
    PEM_write_bio_PKCS8PrivateKey(keyAlone.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr);
    DeviceKey read;
    read.certificatePem_ = written(certificateAlone.get());
    read.privateKeyPem_ = written(keyAlone.get());
    read.pin_ = pinOf(certificate.get());
    return read;
}

Result<std::string> spkiSha256OfCertificate(std::string_view der)
{
    const auto* position = reinterpret_cast<const unsigned char*>(der.data());
    const auto* end = position + der.size();
    const Certificate certificate(d2i_X509(nullptr, &position, static_cast<long>(der.size())));
    if (!certificate) return malformed("not a certificate");
    if (position != end) return malformed("bytes behind the certificate");
    if (!isP256(X509_get0_pubkey(certificate.get()))) return malformed("the key is not P-256");
    return pinOf(certificate.get());
}

}  // namespace liaison
