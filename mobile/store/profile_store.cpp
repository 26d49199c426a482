// SPDX-License-Identifier: GPL-3.0-or-later
#include "mobile/store/profile_store.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "mobile/store/profile.h"

namespace liaison {

Result<std::vector<StoredProfile>> ProfileStore::all() const
{
    std::vector<StoredProfile> found;
    std::error_code failed;
    if (!std::filesystem::exists(root_, failed)) return found;
    for (std::filesystem::directory_iterator entry(root_, failed), end; entry != end && !failed;
         entry.increment(failed)) {
        if (!entry->is_directory()) continue;
        auto card = Profile::cardIn(entry->path());
        if (!card && card.error().code == ErrorCode::notFound) continue;
        if (!card) return card.error();
        found.push_back({entry->path().filename().string(), entry->path(), std::move(*card)});
    }
    if (failed) return Error{ErrorCode::io, root_.string() + ": " + failed.message()};
    std::sort(found.begin(), found.end(), [](const StoredProfile& a, const StoredProfile& b) {
        return std::tie(a.card.memberName, a.name) < std::tie(b.card.memberName, b.name);
    });
    return found;
}

Result<std::vector<StoredProfile>> ProfileStore::profiles() const
{
    auto found = all();
    if (found) std::erase_if(*found, [](const StoredProfile& one) { return !one.card.isJoined; });
    return found;
}

Result<std::filesystem::path> ProfileStore::folderFor(const Invite& invite) const
{
    const auto found = all();
    if (!found) return found.error();
    for (const StoredProfile& profile : *found) {
        if (profile.card.invite == invite.id) return profile.folder;
    }
    // A folder without a card is an attempt that never got as far as one: it may be taken.
    std::set<std::string> taken;
    for (const StoredProfile& profile : *found) {
        taken.insert(profile.name);
    }
    std::size_t number = 1;
    while (taken.contains(std::to_string(number))) {
        ++number;
    }
    return root_ / std::to_string(number);
}

}  // namespace liaison
