// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "shared/ledger/device_ledger.h"

namespace liaison {

/// A photo or a document that somebody adds to what is known of a person.
struct NewAttachment {
    RecordId person;
    std::optional<RecordId> about;  ///< the visit or other record it belongs to
    std::string caption;
    std::string content;
    std::string thumbnail;  ///< a small picture of it; none: empty
};

/// What was kept of it.
struct SavedAttachment {
    Dot dot;
    RecordId record;
    FileReference content;
};

/// Keeps the bytes first and then saves the edit that names them, so that what a screen calls
/// saved has its file. Of a picture nothing is kept that the camera wrote beside it (barePicture).
/// Fails as barePicture, DeviceLedger::save and FileStore::put; `notFound` for a person who is not
/// there. Then no record names anything new.
Result<SavedAttachment> attach(DeviceLedger& ledger, NewAttachment attachment, Instant now);

}  // namespace liaison
