// SPDX-License-Identifier: GPL-3.0-or-later
#include "mobile/demo/dice.h"

namespace liaison::demo {

Dice Dice::of(std::string_view purpose, std::uint64_t number) const
{
    std::uint64_t hash = 14'695'981'039'346'656'037ULL;
    for (const char letter : purpose) {
        hash = (hash ^ static_cast<std::uint8_t>(letter)) * 1'099'511'628'211ULL;
    }
    Dice mixed(state_ ^ hash ^ (number * 0xd1b5'4a32'd192'ed03ULL));
    return Dice(mixed.next());
}

std::uint64_t Dice::next()
{
    state_ += 0x9e37'79b9'7f4a'7c15ULL;
    std::uint64_t mixed = state_;
    mixed = (mixed ^ (mixed >> 30)) * 0xbf58'476d'1ce4'e5b9ULL;
    mixed = (mixed ^ (mixed >> 27)) * 0x94d0'49bb'1331'11ebULL;
    return mixed ^ (mixed >> 31);
}

std::size_t Dice::below(std::size_t count)
{
    return static_cast<std::size_t>(next() % count);
}

int Dice::between(int low, int high)
{
    return low + static_cast<int>(below(static_cast<std::size_t>(high - low + 1)));
}

double Dice::spread()
{
    double sum = 0;
    for (int i = 0; i < 6; ++i) {
        sum += static_cast<double>(next() >> 11) / static_cast<double>(1ULL << 53) - 0.5;
    }
    return sum;
}

std::array<std::uint8_t, 10> Dice::bytes()
{
    std::array<std::uint8_t, 10> drawn{};
    for (auto& byte : drawn) {
        byte = static_cast<std::uint8_t>(next());
    }
    return drawn;
}

}  // namespace liaison::demo
