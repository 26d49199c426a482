// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <optional>

#include "shared/ledger/device_ledger.h"

namespace liaison {

/// Where the bytes of a file are, as far as this device knows.
struct FileStanding {
    enum class Place {
        here,      ///< on this device, and the centre has none of it
        sending,   ///< the centre has a part of it
        received,  ///< written here, and the centre has all of it
        absent,    ///< not on this device
        fetching,  ///< a part of it is on this device
        complete,  ///< fetched from the centre
    };

    Place place = Place::absent;
    int percent = 0;                      ///< of what is sent or fetched, rounded down
    std::optional<Instant> confirmedAt;   ///< when the centre had all of it
    std::optional<ErrorCode> declined{};  ///< why the centre, last asked, took no more of it
};

/// Where a file of this reference stands. Codes of the disk.
Result<FileStanding> fileStanding(DeviceLedger& ledger, const FileReference& file);

/// All files that records name, with the field that names them and where they stand.
Result<nlohmann::json> filesJson(DeviceLedger& ledger);

}  // namespace liaison
