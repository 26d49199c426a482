// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>

#include "shared/base/result.h"

namespace liaison {

/// A name for the control socket of a data folder that fits into a socket address, which holds
/// 107 bytes: through a descriptor of the folder, open as long as this object lives.
class ControlAddress {
public:
    /// Fails with `notFound` or `io` when the folder cannot be opened.
    static Result<ControlAddress> of(const std::filesystem::path& folder);

    ControlAddress(ControlAddress&& other) noexcept;
    ControlAddress& operator=(ControlAddress&&) = delete;
    ~ControlAddress();

    std::string path() const;

private:
    explicit ControlAddress(int folder) : folder_(folder) {}

    int folder_;
};

}  // namespace liaison
