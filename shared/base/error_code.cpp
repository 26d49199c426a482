// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/base/error_code.h"

#include <array>
#include <utility>

namespace liaison {

namespace {

constexpr std::array kNames = {
    std::pair{ErrorCode::malformed, std::string_view{"malformed"}},
    std::pair{ErrorCode::tooLarge, std::string_view{"tooLarge"}},
    std::pair{ErrorCode::unknownKind, std::string_view{"unknownKind"}},
    std::pair{ErrorCode::unknownField, std::string_view{"unknownField"}},
    std::pair{ErrorCode::wrongType, std::string_view{"wrongType"}},
    std::pair{ErrorCode::outOfRange, std::string_view{"outOfRange"}},
    std::pair{ErrorCode::notAllowed, std::string_view{"notAllowed"}},
    std::pair{ErrorCode::fixedField, std::string_view{"fixedField"}},
    std::pair{ErrorCode::depends, std::string_view{"depends"}},
    std::pair{ErrorCode::newer, std::string_view{"newer"}},
    std::pair{ErrorCode::tooManyVersions, std::string_view{"tooManyVersions"}},
    std::pair{ErrorCode::missingField, std::string_view{"missingField"}},
    std::pair{ErrorCode::empty, std::string_view{"empty"}},
    std::pair{ErrorCode::outOfPlace, std::string_view{"outOfPlace"}},
    std::pair{ErrorCode::inviteRefused, std::string_view{"inviteRefused"}},
    std::pair{ErrorCode::unreachable, std::string_view{"unreachable"}},
    std::pair{ErrorCode::untrusted, std::string_view{"untrusted"}},
    std::pair{ErrorCode::revoked, std::string_view{"revoked"}},
    std::pair{ErrorCode::protocolVersion, std::string_view{"protocolVersion"}},
    std::pair{ErrorCode::busy, std::string_view{"busy"}},
    std::pair{ErrorCode::timedOut, std::string_view{"timedOut"}},
    std::pair{ErrorCode::replaced, std::string_view{"replaced"}},
    std::pair{ErrorCode::stopping, std::string_view{"stopping"}},
    std::pair{ErrorCode::locked, std::string_view{"locked"}},
    std::pair{ErrorCode::forked, std::string_view{"forked"}},
    std::pair{ErrorCode::renumbered, std::string_view{"renumbered"}},
    std::pair{ErrorCode::notFound, std::string_view{"notFound"}},
    std::pair{ErrorCode::inUse, std::string_view{"inUse"}},
    std::pair{ErrorCode::diskFull, std::string_view{"diskFull"}},
    std::pair{ErrorCode::io, std::string_view{"io"}},
    std::pair{ErrorCode::damaged, std::string_view{"damaged"}},
    std::pair{ErrorCode::newerSchema, std::string_view{"newerSchema"}},
    std::pair{ErrorCode::wrongKey, std::string_view{"wrongKey"}},
    std::pair{ErrorCode::alreadyThere, std::string_view{"alreadyThere"}},
    std::pair{ErrorCode::ambiguous, std::string_view{"ambiguous"}},
    std::pair{ErrorCode::usage, std::string_view{"usage"}},
};

}  // namespace

std::string_view name(ErrorCode code)
{
    for (const auto& [known, text] : kNames) {
        if (known == code) return text;
    }
    return "malformed";
}

ErrorCode errorCodeFrom(std::uint32_t number)
{
    for (const auto& [known, text] : kNames) {
        if (static_cast<std::uint32_t>(known) == number) return known;
    }
    return ErrorCode::malformed;
}

}  // namespace liaison
