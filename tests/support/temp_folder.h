// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>

#include "shared/base/bytes.h"

namespace liaison {

/// A folder of one test's own, removed with all it holds when the test is over.
class TempFolder {
public:
    TempFolder()
        : path_(std::filesystem::temp_directory_path() / ("liaison-" + toHex(randomBytes(8))))
    {
        std::filesystem::create_directory(path_);
    }
    TempFolder(const TempFolder&) = delete;
    TempFolder& operator=(const TempFolder&) = delete;
    ~TempFolder()
    {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }

    const std::filesystem::path& path() const { return path_; }
    std::string file(const std::string& name) const { return (path_ / name).string(); }

private:
    std::filesystem::path path_;
};

}  // namespace liaison
