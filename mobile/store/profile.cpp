// SPDX-License-Identifier: GPL-3.0-or-later
#include "mobile/store/profile.h"

#include "mobile/store/profile_files.h"
#include "shared/base/durable_file.h"
#include "shared/trust/pin_lock.h"

namespace liaison {

Profile::Profile(std::filesystem::path folder, ProfileLock lock, ProfileCard card, DeviceKey key,
                 DeviceLedger ledger)
    : folder_(std::move(folder)),
      lock_(std::move(lock)),
      card_(std::move(card)),
      key_(std::move(key)),
      ledger_(std::make_unique<DeviceLedger>(std::move(ledger)))
{
}

Result<ProfileCard> Profile::cardIn(const std::filesystem::path& folder)
{
    const auto text = readWhole(folder / kCardFile);
    if (!text) return text.error();
    return ProfileCard::read(*text);
}

Result<Profile> Profile::open(const std::filesystem::path& folder, const std::string& pin,
                              const Schema& schema)
{
    auto card = cardIn(folder);
    if (!card) return card.error();
    if (!card->isJoined) {
        return Error{ErrorCode::notFound, folder.string() + " has not joined a centre yet"};
    }
    auto lock = ProfileLock::take(folder);
    if (!lock) return lock.error();
    const auto sealed = readWhole(folder / kPinLockFile);
    if (!sealed) return missingPart(sealed.error());
    const auto storeKey = PinLock::unseal(*sealed, pin);
    if (!storeKey) return storeKey.error();
    auto key = readDeviceKey(folder);
    if (!key) return missingPart(key.error());
    std::error_code failed;
    if (!std::filesystem::exists(folder / kLedgerFile, failed)) {
        return Error{ErrorCode::damaged, "the ledger of " + folder.string() + " is missing"};
    }
    auto ledger = DeviceLedger::open((folder / kLedgerFile).string(), *storeKey, schema);
    if (!ledger) return ledger.error();
    Profile profile(folder, std::move(*lock), std::move(*card), std::move(*key),
                    std::move(*ledger));
    // Ended between the ledger's new number and the key that belongs to it.
    if (profile.key_.number() != profile.ledger_->standing().number) {
        if (auto taken = profile.takeNextKey(); !taken) return missingPart(taken.error());
    }
    return profile;
}

Result<std::string> Profile::nextPin()
{
    const auto kept = readDeviceKey(folder_, kNextKeyFile);
    // A file that outlived its use holds the present key, or one of former times.
    if (kept && !ledger_->standing().isOwn(kept->number())) return kept->pin();
    const auto made = DeviceKey::make();
    if (!made) return made.error();
    if (auto written = writeDeviceKey(folder_, *made, kNextKeyFile); !written) {
        return written.error();
    }
    return made->pin();
}

Result<Done> Profile::takeNextKey()
{
    auto next = readDeviceKey(folder_, kNextKeyFile);
    if (!next) return next.error();
    if (next->number() != ledger_->standing().number) {
        return Error{ErrorCode::damaged, "no key of this profile belongs to its ledger"};
    }
    if (auto written = writeDeviceKey(folder_, *next); !written) return written;
    std::error_code ignored;
    std::filesystem::remove(folder_ / kNextKeyFile, ignored);
    key_ = *std::move(next);
    return done();
}

Result<Done> Profile::renew(const v1::Welcome& welcome)
{
    ProfileCard card = card_;
    if (welcome.addresses_size() > 0) {
        card.addresses.assign(welcome.addresses().begin(), welcome.addresses().end());
    }
    if (welcome.pins_size() > 0) card.pins.assign(welcome.pins().begin(), welcome.pins().end());
    if (welcome.role() != v1::ROLE_UNSPECIFIED) card.role = roleWord(welcome.role());
    for (const std::string& pin : card.pins) {
        if (pin.size() != 32) return Error{ErrorCode::malformed, "a pin is not 32 bytes"};
    }
    if (card == card_) return done();
    auto written = writeDurably(folder_ / kCardFile, card.json());
    if (written) card_ = std::move(card);
    return written;
}

}  // namespace liaison
