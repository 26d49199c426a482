// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sim/founded.h"

#include <array>

#include "shared/base/sha256.h"
#include "shared/ledger/centre_ledger.h"
#include "shared/ledger/device_ledger.h"
#include "tests/sim/timeline.h"

namespace liaison::sim {

namespace {

constexpr std::size_t kCentres = 2;

DiskImage foundCentre(std::size_t which)
{
    Dice dice(which);
    VirtualDisk disk(dice);
    CentreStanding standing;
    standing.id = RecordId::make(Timeline().now());
    standing.name = "CRT " + std::to_string(which);
    standing.number = DeviceNumber::ofKey(sha256("centre" + standing.id.bytes()));
    const auto made = CentreLedger::create(kCentreFile, storeKey(), Schema::care(), standing, disk);
    ensure(bool(made), "a centre cannot be founded on a good disk");
    return disk.image();
}

DiskImage foundPhone()
{
    Dice dice(0);
    VirtualDisk disk(dice);
    const auto made = DeviceLedger::open(kPhoneFile, storeKey(), Schema::care(), disk);
    ensure(bool(made), "a phone cannot be founded on a good disk");
    return disk.image();
}

/// The image that `found` makes, whatever chance the thread has at the moment.
template <typename Found>
DiskImage outsideOfWorlds(Found found)
{
    SeededRandomness random(1);
    const ReplacedRandomness replaced(random);
    return found();
}

}  // namespace

void SeededRandomness::fill(std::span<std::uint8_t> bytes)
{
    std::uint64_t word = 0;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        if (i % 8 == 0) word = dice_.any();
        bytes[i] = static_cast<std::uint8_t>(word >> (8 * (i % 8)));
    }
}

const StoreKey& storeKey()
{
    static const StoreKey key = *StoreKey::fromBytes(std::string(StoreKey::kBytes, 'k'));
    return key;
}

const DiskImage& foundedCentre(std::size_t which)
{
    static const std::array<DiskImage, kCentres> images = {
        outsideOfWorlds([] { return foundCentre(0); }),
        outsideOfWorlds([] {
            static_cast<void>(RecordId::make(Timeline().now()));
            return foundCentre(1);
        }),
    };
    return images.at(which);
}

const DiskImage& foundedPhone()
{
    static const DiskImage image = outsideOfWorlds(&foundPhone);
    return image;
}

}  // namespace liaison::sim
