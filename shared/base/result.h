// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <utility>
#include <variant>

#include "shared/base/ensure.h"
#include "shared/base/error_code.h"

namespace liaison {

/// Why something did not happen: a code to decide by, and a detail for the log.
struct Error {
    ErrorCode code = ErrorCode::malformed;
    std::string detail;

    bool operator==(const Error&) const = default;
};

/// The value of a command that has nothing to say but that it worked.
struct Done {
    bool operator==(const Done&) const = default;
};

/// A value, or the error that took its place.
///
/// Reading the value of a failed result is a bug and stops the program.
template <typename T>
class [[nodiscard]] Result {
public:
    Result(T value) : held_(std::move(value)) {}
    Result(Error error) : held_(std::move(error)) {}

    explicit operator bool() const { return std::holds_alternative<T>(held_); }

    T& operator*() &
    {
        ensure(bool(*this), "value of a failed result");
        return std::get<T>(held_);
    }
    const T& operator*() const&
    {
        ensure(bool(*this), "value of a failed result");
        return std::get<T>(held_);
    }
    T&& operator*() &&
    {
        ensure(bool(*this), "value of a failed result");
        return std::get<T>(std::move(held_));
    }
    T* operator->() { return &**this; }
    const T* operator->() const { return &**this; }

    const Error& error() const
    {
        ensure(!bool(*this), "error of a successful result");
        return std::get<Error>(held_);
    }

private:
    std::variant<T, Error> held_;
};

inline Result<Done> done()
{
    return Done{};
}

}  // namespace liaison
