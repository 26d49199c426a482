// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/trust/invite.h"

#include <sodium/utils.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>

#include "liaison/v1/invite.pb.h"
#include "shared/base/bytes.h"
#include "shared/base/sha256.h"

namespace liaison {

namespace {

constexpr std::string_view kScheme = "liaison:";
constexpr char kFormat = 1;
constexpr std::size_t kChecksumBytes = 4;
constexpr std::size_t kTextMax = 4096;
constexpr std::size_t kAddressBytesMax = 261;  // a DNS name, brackets or colon, a port
constexpr int kVariant = sodium_base64_VARIANT_URLSAFE_NO_PADDING;

/// What mail programs and messengers put into a long word: line breaks, spaces of all kinds.
constexpr std::array<std::string_view, 10> kIgnored = {
    " ", "\t", "\n", "\r", "\v", "\f", "\xc2\xa0", "\xe2\x80\x8b", "\xe2\x80\xaf", "\xef\xbb\xbf"};

Error malformed(const char* what)
{
    return Error{ErrorCode::malformed, std::string("invite: ") + what};
}

bool isName(const std::string& name)
{
    return !name.empty() && name.size() <= kInviteNameBytesMax && isUtf8(name) &&
           std::none_of(name.begin(), name.end(), [](char c) { return c >= 0 && c < ' '; });
}

Result<Done> check(const Invite& invite)
{
    const auto isPin = [](const std::string& pin) { return pin.size() == 32; };
    const auto& addresses = invite.addresses;
    if (addresses.empty() || addresses.size() > kInviteAddressesMax ||
        !std::all_of(addresses.begin(), addresses.end(), isInviteAddress)) {
        return malformed("addresses");
    }
    if (invite.id.size() != 16) return malformed("id");
    if (invite.secret.size() != 16) return malformed("secret");
    if (invite.pins.empty() || invite.pins.size() > 2 ||
        !std::all_of(invite.pins.begin(), invite.pins.end(), isPin)) {
        return malformed("pins");
    }
    const auto milliseconds = invite.expiresAt.time_since_epoch().count();
    if (milliseconds <= 0 || milliseconds % 1000 != 0) return malformed("expiry");
    if (!isName(invite.centreName)) return malformed("name of the centre");
    if (!isName(invite.memberName)) return malformed("name of the member");
    if (invite.role != v1::ROLE_AIDE && invite.role != v1::ROLE_NURSE &&
        invite.role != v1::ROLE_SUPERVISOR) {
        return malformed("role");
    }
    return done();
}

std::string withoutSpaces(std::string_view text)
{
    std::string kept;
    kept.reserve(text.size());
    while (!text.empty()) {
        const auto isNext = [&](std::string_view ignored) { return text.starts_with(ignored); };
        const auto* ignored = std::find_if(kIgnored.begin(), kIgnored.end(), isNext);
        if (ignored != kIgnored.end()) {
            text.remove_prefix(ignored->size());
        } else {
            kept.push_back(text.front());
            text.remove_prefix(1);
        }
    }
    return kept;
}

bool beginsWithScheme(const std::string& text)
{
    const auto isSame = [](char left, char right) {
        const char lower =
            left >= 'A' && left <= 'Z' ? static_cast<char>(left + ('a' - 'A')) : left;
        return lower == right;
    };
    return text.size() >= kScheme.size() &&
           std::equal(kScheme.begin(), kScheme.end(), text.begin(),
                      [&](char scheme, char letter) { return isSame(letter, scheme); });
}

std::string toBase64(const std::string& bytes)
{
    std::string text(sodium_base64_encoded_len(bytes.size(), kVariant), '\0');
    sodium_bin2base64(text.data(), text.size(),
                      reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(), kVariant);
    text.pop_back();  // the NUL that libsodium counts
    return text;
}

bool isCodeLetter(char c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' ||
           c == '_';
}

Result<std::string> fromBase64(std::string_view text)
{
    // libsodium takes some bytes above 127 for letters.
    if (!std::all_of(text.begin(), text.end(), isCodeLetter)) {
        return malformed("a character that no code has");
    }
    std::string bytes(text.size(), '\0');
    std::size_t count = 0;
    const int failed =
        sodium_base642bin(reinterpret_cast<unsigned char*>(bytes.data()), bytes.size(), text.data(),
                          text.size(), nullptr, &count, nullptr, kVariant);
    if (failed != 0) return malformed("cut in the middle of a byte");
    bytes.resize(count);
    return bytes;
}

std::string checksum(std::string_view bytes)
{
    return sha256(bytes).substr(0, kChecksumBytes);
}

}  // namespace

bool isInviteAddress(const std::string& address)
{
    const auto colon = address.rfind(':');
    if (colon == std::string::npos || colon == 0 || address.size() > kAddressBytesMax) return false;
    const std::string_view host = std::string_view(address).substr(0, colon);
    const bool isBracketed = host.front() == '[' && host.back() == ']' && host.size() > 2;
    if (!isBracketed && host.find_first_of(":[]") != std::string_view::npos) return false;
    const auto isPrintable = [](char c) { return c > ' ' && c < '\x7f' && c != '/'; };
    if (!std::all_of(address.begin(), address.end(), isPrintable)) return false;
    std::uint16_t port = 0;
    const char* start = address.data() + colon + 1;
    const char* end = address.data() + address.size();
    const auto [rest, failed] = std::from_chars(start, end, port);
    return failed == std::errc{} && rest == end && port != 0;
}

Result<std::string> Invite::encode() const
{
    if (const auto whole = check(*this); !whole) return whole.error();
    v1::Invite message;
    message.mutable_addresses()->Assign(addresses.begin(), addresses.end());
    message.set_id(id);
    message.set_secret(secret);
    message.mutable_pins()->Assign(pins.begin(), pins.end());
    message.set_expires_at(expiresAt.time_since_epoch().count() / 1000);
    message.set_centre_name(centreName);
    message.set_member_name(memberName);
    message.set_role(role);
    std::string bytes = kFormat + message.SerializeAsString();
    bytes += checksum(bytes);
    return std::string(kScheme) + toBase64(bytes);
}

Result<Invite> Invite::parse(std::string_view text)
{
    if (text.size() > kTextMax) return malformed("too long");
    const std::string code = withoutSpaces(text);
    if (!beginsWithScheme(code)) return malformed("does not begin with liaison:");
    auto bytes = fromBase64(std::string_view(code).substr(kScheme.size()));
    if (!bytes) return bytes.error();
    if (bytes->size() <= 1 + kChecksumBytes) return malformed("too short");
    const std::string_view counted(bytes->data(), bytes->size() - kChecksumBytes);
    if (checksum(counted) != std::string_view(*bytes).substr(counted.size())) {
        return malformed("mistyped or cut");
    }
    if (counted.front() != kFormat) {
        return Error{ErrorCode::protocolVersion, "invite: made by a newer version"};
    }
    v1::Invite message;
    if (!message.ParseFromArray(counted.data() + 1, static_cast<int>(counted.size() - 1))) {
        return malformed("not an invite");
    }
    // Past year 9999 the seconds would overflow as milliseconds.
    if (message.expires_at() > 253'402'300'799) return malformed("expiry");
    Invite invite;
    invite.addresses.assign(message.addresses().begin(), message.addresses().end());
    invite.id = message.id();
    invite.secret = message.secret();
    invite.pins.assign(message.pins().begin(), message.pins().end());
    invite.expiresAt =
        Instant(std::chrono::seconds(std::max<std::int64_t>(0, message.expires_at())));
    invite.centreName = message.centre_name();
    invite.memberName = message.member_name();
    invite.role = message.role();
    if (const auto whole = check(invite); !whole) return whole.error();
    return invite;
}

}  // namespace liaison
