// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/trust/device_key.h"

#include <gtest/gtest.h>
#include <openssl/bio.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>

#include <cstring>
#include <ctime>
#include <memory>
#include <set>

#include "shared/base/sha256.h"

namespace liaison {

namespace {

using Certificate = std::unique_ptr<X509, decltype(&X509_free)>;
using Key = std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)>;

Certificate certificateOf(const DeviceKey& key)
{
    const std::string& pem = key.certificatePem();
    BIO* memory = BIO_new_mem_buf(pem.data(), int(pem.size()));
    Certificate certificate(PEM_read_bio_X509(memory, nullptr, nullptr, nullptr), &X509_free);
    BIO_free(memory);
    return certificate;
}

std::string derOf(X509* certificate)
{
    unsigned char* der = nullptr;
    const int count = i2d_X509(certificate, &der);
    std::string bytes(reinterpret_cast<char*>(der), static_cast<std::size_t>(count));
    OPENSSL_free(der);
    return bytes;
}

/// The pin by another way than the production code: from the parsed key, not the certificate.
std::string spkiSha256(EVP_PKEY* key)
{
    unsigned char* der = nullptr;
    const int count = i2d_PUBKEY(key, &der);
    const std::string bytes(reinterpret_cast<char*>(der), static_cast<std::size_t>(count));
    OPENSSL_free(der);
    return sha256(bytes);
}

std::string pemOf(EVP_PKEY* key, const EVP_CIPHER* cipher, const char* passphrase)
{
    BIO* memory = BIO_new(BIO_s_mem());
    PEM_write_bio_PKCS8PrivateKey(memory, key, cipher, passphrase,
                                  passphrase == nullptr ? 0 : int(std::strlen(passphrase)), nullptr,
                                  nullptr);
    char* start = nullptr;
    const long count = BIO_get_mem_data(memory, &start);
    std::string pem(start, static_cast<std::size_t>(count));
    BIO_free(memory);
    return pem;
}

std::string timeText(const ASN1_TIME* time)
{
    std::tm parts{};
    ASN1_TIME_to_tm(time, &parts);
    char text[32] = {};
    std::strftime(text, sizeof text, "%Y-%m-%d %H:%M:%S", &parts);
    return text;
}

}  // namespace

TEST(DeviceKey, SignsItsOwnCertificateWithAP256Key)
{
    const auto key = DeviceKey::make();
    ASSERT_TRUE(key);

    const Certificate certificate = certificateOf(*key);
    ASSERT_TRUE(certificate);
    EVP_PKEY* publicKey = X509_get0_pubkey(certificate.get());

    EXPECT_EQ(X509_verify(certificate.get(), publicKey), 1);
    char group[32] = {};
    EVP_PKEY_get_group_name(publicKey, group, sizeof group, nullptr);
    EXPECT_STREQ(group, "prime256v1");
    EXPECT_EQ(key->pin(), spkiSha256(publicKey));
    EXPECT_EQ(key->number(), DeviceNumber::ofKey(key->pin()));
}

TEST(DeviceKey, CarriesACertificateThatNeverExpiresAndSaysNothingOfItsOwner)
{
    const auto key = DeviceKey::make();
    const Certificate certificate = certificateOf(*key);

    char name[64] = {};
    X509_NAME_oneline(X509_get_subject_name(certificate.get()), name, sizeof name);
    EXPECT_STREQ(name, "/CN=peer");
    X509_NAME_oneline(X509_get_issuer_name(certificate.get()), name, sizeof name);
    EXPECT_STREQ(name, "/CN=peer");
    EXPECT_EQ(timeText(X509_get0_notBefore(certificate.get())), "2000-01-01 00:00:00");
    EXPECT_EQ(timeText(X509_get0_notAfter(certificate.get())), "9999-12-31 23:59:59");
    EXPECT_EQ(X509_get_version(certificate.get()), X509_VERSION_3);
}

TEST(DeviceKey, IsNewEachTime)
{
    std::set<std::string> pins;
    for (int i = 0; i < 20; ++i) {
        pins.insert(DeviceKey::make()->pin());
    }

    EXPECT_EQ(pins.size(), 20u);
}

TEST(DeviceKey, ComesBackFromItsPem)
{
    const auto key = DeviceKey::make();

    const auto apart = DeviceKey::fromPem(key->certificatePem(), key->privateKeyPem());
    const std::string both = key->privateKeyPem() + key->certificatePem();
    const auto together = DeviceKey::fromPem(both, both);

    for (const auto* read : {&apart, &together}) {
        ASSERT_TRUE(*read) << read->error().detail;
        EXPECT_EQ((*read)->pin(), key->pin());
        EXPECT_EQ((*read)->certificatePem(), key->certificatePem());
        EXPECT_EQ((*read)->privateKeyPem(), key->privateKeyPem());
    }
}

TEST(DeviceKey, RefusesPemThatIsNotAKeyOfOurs)
{
    const auto key = DeviceKey::make();
    const auto other = DeviceKey::make();
    const Key rsa(EVP_RSA_gen(2048), &EVP_PKEY_free);
    const Key p384(EVP_EC_gen("P-384"), &EVP_PKEY_free);
    const Key p256(EVP_EC_gen("P-256"), &EVP_PKEY_free);
    const std::string sealed = pemOf(p256.get(), EVP_aes_256_cbc(), "secret");
    const std::string cut = key->privateKeyPem().substr(0, 100);

    for (const std::string& privateKey :
         {std::string(), std::string("hello"), cut, key->certificatePem(), other->privateKeyPem(),
          pemOf(rsa.get(), nullptr, nullptr), pemOf(p384.get(), nullptr, nullptr), sealed}) {
        const auto read = DeviceKey::fromPem(key->certificatePem(), privateKey);
        ASSERT_FALSE(read) << privateKey;
        EXPECT_EQ(read.error().code, ErrorCode::malformed);
    }
    EXPECT_FALSE(DeviceKey::fromPem(key->privateKeyPem(), key->privateKeyPem()));
}

TEST(DeviceKey, IsKnownByThePinOfItsDerCertificate)
{
    const auto key = DeviceKey::make();
    const std::string der = derOf(certificateOf(*key).get());

    EXPECT_EQ(*spkiSha256OfCertificate(der), key->pin());
}

TEST(DeviceKey, HasNoPinInBytesThatAreNoWholeCertificate)
{
    const auto key = DeviceKey::make();
    const std::string der = derOf(certificateOf(*key).get());

    for (std::size_t length = 0; length < der.size(); ++length) {
        ASSERT_FALSE(spkiSha256OfCertificate(der.substr(0, length))) << length;
    }
    EXPECT_FALSE(spkiSha256OfCertificate(der + "x"));
}

TEST(DeviceKey, HasNoPinForACertificateOfAnotherKindOfKey)
{
    const Key rsa(EVP_RSA_gen(2048), &EVP_PKEY_free);
    const Certificate certificate(X509_new(), &X509_free);
    X509_gmtime_adj(X509_getm_notBefore(certificate.get()), 0);
    X509_gmtime_adj(X509_getm_notAfter(certificate.get()), 3600);
    X509_set_pubkey(certificate.get(), rsa.get());
    ASSERT_GT(X509_sign(certificate.get(), rsa.get(), EVP_sha256()), 0);

    EXPECT_EQ(spkiSha256OfCertificate(derOf(certificate.get())).error().code, ErrorCode::malformed);
}

}  // namespace liaison
