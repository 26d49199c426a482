// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <map>
#include <string>
#include <vector>

#include "shared/record/edit.h"

namespace liaison {

/// What one save does to one record, spelled out.
struct Save {
    std::vector<std::string> set{};        ///< encoded fields, in the order they are to be written
    std::vector<std::uint32_t> cleared{};  ///< fields it empties
    std::vector<Dot> saw{};                ///< values its author saw in every field it writes
    std::map<std::uint32_t, std::vector<Dot>> sawIn{};  ///< and in the fields where it differs
};

/// A moment that every test may call now: 2026-09-14T08:42:00.000Z.
constexpr Instant kMorning{std::chrono::milliseconds(1789375320000)};

/// The id of the record that a test calls by this number.
inline RecordId recordNumber(std::uint8_t number)
{
    return RecordId::make(kMorning, std::array<std::uint8_t, 10>{number});
}

/// A device that writes its edits by hand, numbered from 1 without gaps, one second apart.
class Writer {
public:
    explicit Writer(std::uint64_t device, Instant now = kMorning) : device_{device}, now_(now) {}

    /// The change of this save, as it stands in the edit.
    static v1::Change change(const RecordId& record, const Save& save)
    {
        v1::Change change;
        change.set_record(record.bytes());
        change.set_kind(2);
        for (const std::string& field : save.set) {
            change.mutable_patch()->append(field);
        }
        change.mutable_cleared()->Add(save.cleared.begin(), save.cleared.end());
        for (const Dot& dot : save.saw) {
            dot.to(*change.add_replaces());
        }
        for (const auto& [field, dots] : save.sawIn) {
            auto& exception = *change.add_exceptions();
            exception.set_field(field);
            for (const Dot& dot : dots) {
                dot.to(*exception.add_dots());
            }
        }
        return change;
    }

    /// The next edit of this device, with these changes.
    v1::Edit message(const std::vector<v1::Change>& changes)
    {
        v1::Edit edit;
        edit.set_n(++n_);
        edit.set_stamp(Stamp::at(now_ += std::chrono::seconds(1)).value);
        edit.add_salts(device_.value * 1000 + n_);
        edit.mutable_changes()->Add(changes.begin(), changes.end());
        return edit;
    }

    Edit save(const RecordId& record, const Save& save)
    {
        return Edit::write(device_, message({change(record, save)}));
    }

    DeviceNumber device() const { return device_; }

private:
    DeviceNumber device_;
    Instant now_;
    std::uint64_t n_ = 0;
};

}  // namespace liaison
