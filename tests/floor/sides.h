// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json.hpp>

#include "tests/load/tasks.h"

namespace liaison::floor {

/// Edits in a frame, and so between two waits for the disk.
constexpr std::size_t kFrameEdits = 500;

/// Serves one phone after another until it is killed; writes its port into this file.
void serve(const std::filesystem::path& folder, const std::filesystem::path& portFile);

/// The floor's phone, with the figures of `load::push` and `load::pull` under the same names, and
/// `statements_per_edit` on the side that takes edits in.
nlohmann::json push(const load::Place& place, const load::Amount& amount);
nlohmann::json pull(const load::Place& place, const load::Amount& amount);

}  // namespace liaison::floor
