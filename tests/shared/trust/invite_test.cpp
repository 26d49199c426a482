// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/trust/invite.h"

#include <gtest/gtest.h>
#include <sodium.h>

#include <chrono>

#include "liaison/v1/invite.pb.h"
#include "shared/base/bytes.h"
#include "shared/base/sha256.h"

namespace liaison {

namespace {

Invite anInvite()
{
    Invite invite;
    invite.addresses = {"centre.example.fr:7443", "192.168.1.20:7443", "[fd00::20]:7443"};
    invite.id = randomBytes(16);
    invite.secret = randomBytes(16);
    invite.pins = {randomBytes(32), randomBytes(32)};
    invite.expiresAt = Instant(std::chrono::seconds(1'790'000'000));
    invite.centreName = "CRT de la Vallée d'Aulne";
    invite.memberName = "Maëlle Le Goff";
    invite.role = v1::ROLE_NURSE;
    return invite;
}

std::string codeOf(std::string bytes)
{
    bytes += sha256(bytes).substr(0, 4);
    constexpr int kVariant = sodium_base64_VARIANT_URLSAFE_NO_PADDING;
    std::string text(sodium_base64_encoded_len(bytes.size(), kVariant), '\0');
    sodium_bin2base64(text.data(), text.size(),
                      reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(), kVariant);
    text.pop_back();
    return "liaison:" + text;
}

v1::Invite aMessage()
{
    v1::Invite message;
    message.add_addresses("localhost:7443");
    message.set_id(std::string(16, 'i'));
    message.set_secret(std::string(16, 's'));
    message.add_pins(std::string(32, 'p'));
    message.set_expires_at(1'790'000'000);
    message.set_centre_name("Centre");
    message.set_member_name("Membre");
    message.set_role(v1::ROLE_AIDE);
    return message;
}

std::string codeOf(const v1::Invite& message)
{
    return codeOf("\x01" + message.SerializeAsString());
}

}  // namespace

TEST(Invite, ComesBackFromItsCode)
{
    const Invite invite = anInvite();

    const auto code = invite.encode();
    ASSERT_TRUE(code) << code.error().detail;
    const auto read = Invite::parse(*code);

    ASSERT_TRUE(read) << read.error().detail;
    EXPECT_EQ(*read, invite);
    EXPECT_EQ(code->rfind("liaison:", 0), 0u);
    EXPECT_LT(code->size(), 500u);
}

TEST(Invite, SurvivesWhatMailAndMessengersDoToIt)
{
    const Invite invite = anInvite();
    const std::string code = *invite.encode();
    std::string wrapped;
    for (std::size_t i = 0; i < code.size(); i += 30) {
        wrapped += "  \t" + code.substr(i, 30) + "\r\n\xc2\xa0\xe2\x80\x8b";
    }
    std::string capital = code;
    capital[0] = 'L';

    EXPECT_EQ(*Invite::parse(wrapped), invite);
    EXPECT_EQ(*Invite::parse(capital), invite);
    EXPECT_EQ(*Invite::parse("\xef\xbb\xbf" + code), invite);
}

TEST(Invite, RefusesACodeCutAnywhere)
{
    const std::string code = *anInvite().encode();

    for (std::size_t length = 0; length < code.size(); ++length) {
        const auto read = Invite::parse(code.substr(0, length));
        ASSERT_FALSE(read) << length;
        ASSERT_EQ(read.error().code, ErrorCode::malformed);
    }
}

TEST(Invite, RefusesAnyMistypedCharacter)
{
    const std::string code = *anInvite().encode();

    for (std::size_t i = std::string_view("liaison:").size(); i < code.size(); ++i) {
        for (const char wrong : {'A', 'b', '7', '_', '*', '=', '\0', '\x80', '\xc3', '\xff'}) {
            if (code[i] == wrong) continue;
            std::string mistyped = code;
            mistyped[i] = wrong;
            ASSERT_FALSE(Invite::parse(mistyped)) << i << ' ' << int(wrong);
        }
        if (i + 1 < code.size() && code[i] != code[i + 1]) {
            std::string swapped = code;
            std::swap(swapped[i], swapped[i + 1]);
            ASSERT_FALSE(Invite::parse(swapped)) << i;
        }
    }
}

TEST(Invite, RefusesWhatIsNoCode)
{
    for (const std::string& text :
         {std::string(), std::string("bonjour"), std::string("liaison:"),
          std::string("https://example.fr"), std::string("liaison:AAAA"),
          "liaison:" + std::string(3000, 'A'), std::string(1'000'000, ' '), codeOf("\x01"),
          codeOf(std::string("\x01\xff\xff\xff", 4))}) {
        const auto read = Invite::parse(text);
        ASSERT_FALSE(read) << text.substr(0, 40);
        EXPECT_EQ(read.error().code, ErrorCode::malformed);
    }
    EXPECT_FALSE(Invite::parse("liaisom" + anInvite().encode()->substr(7)));
}

TEST(Invite, TellsACodeOfANewerVersionApart)
{
    EXPECT_EQ(Invite::parse(codeOf("\x02" + aMessage().SerializeAsString())).error().code,
              ErrorCode::protocolVersion);
}

TEST(Invite, ChecksEachPartOfACode)
{
    ASSERT_TRUE(Invite::parse(codeOf(aMessage())));
    const auto refuses = [](const char* what, const auto& spoil) {
        v1::Invite message = aMessage();
        spoil(message);
        const auto read = Invite::parse(codeOf(message));
        ASSERT_FALSE(read) << what;
        EXPECT_EQ(read.error().detail, std::string("invite: ") + what);
    };

    refuses("addresses", [](v1::Invite& m) { m.clear_addresses(); });
    refuses("addresses", [](v1::Invite& m) {
        for (int i = 0; i < 8; ++i)
            m.add_addresses("h:1");
    });
    for (const char* address : {"", "host", "host:", ":7443", "host:0", "host:65536", "host:-1",
                                "host:7443x", "ho st:7443", "fd00::20:7443", "[]:7443", "h\n:1"}) {
        refuses("addresses", [&](v1::Invite& m) { m.set_addresses(0, address); });
    }
    refuses("id", [](v1::Invite& m) { m.set_id("short"); });
    refuses("secret", [](v1::Invite& m) { m.set_secret(std::string(17, 's')); });
    refuses("pins", [](v1::Invite& m) { m.clear_pins(); });
    refuses("pins", [](v1::Invite& m) { m.set_pins(0, "short"); });
    refuses("pins", [](v1::Invite& m) {
        m.add_pins(std::string(32, 'q'));
        m.add_pins(std::string(32, 'r'));
    });
    refuses("expiry", [](v1::Invite& m) { m.set_expires_at(-1); });
    refuses("expiry", [](v1::Invite& m) { m.set_expires_at(std::int64_t{1} << 62); });
    refuses("name of the centre", [](v1::Invite& m) { m.clear_centre_name(); });
    refuses("name of the member", [](v1::Invite& m) { m.set_member_name("a\nb"); });
    refuses("name of the member", [](v1::Invite& m) { m.set_member_name(std::string(401, 'x')); });
    refuses("role", [](v1::Invite& m) { m.clear_role(); });
    refuses("role", [](v1::Invite& m) { m.set_role(static_cast<Role>(77)); });
}

TEST(Invite, MakesNoCodeThatItWouldRefuse)
{
    Invite invite = anInvite();
    invite.secret.clear();
    EXPECT_EQ(invite.encode().error().detail, "invite: secret");

    invite = anInvite();
    invite.addresses = {"centre"};
    EXPECT_EQ(invite.encode().error().detail, "invite: addresses");

    invite = anInvite();
    invite.expiresAt += std::chrono::milliseconds(1);
    EXPECT_EQ(invite.encode().error().detail, "invite: expiry");
}

}  // namespace liaison
