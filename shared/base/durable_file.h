// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "shared/base/result.h"

namespace liaison {

/// Puts a whole file in place of `path`, readable by its owner alone: written beside it, synced,
/// renamed, folder synced. After a power cut there is the old file or the new one, never a part.
///
/// Fails with `diskFull` or `io`; then the old file is still there.
Result<Done> writeDurably(const std::filesystem::path& path, std::string_view bytes);

/// The bytes of a small file: `notFound` when there is none, `tooLarge` over 1 MiB, `io` otherwise.
Result<std::string> readWhole(const std::filesystem::path& path);

/// Makes a folder that only its owner may enter, and its parents; one that is there is left alone.
/// Fails with `diskFull` or `io`.
Result<Done> makePrivateFolder(const std::filesystem::path& path);

}  // namespace liaison
