// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "liaison/v1/ledger.pb.h"
#include "shared/record/dot.h"
#include "shared/record/patch.h"
#include "shared/record/stamp.h"

namespace liaison {

/// A save, as its author wrote it: immutable bytes, what they say, and the hash that names them.
///
/// The hash is SHA-256(n ‖ stamp ‖ SHA-256(salt ‖ change) …), numbers in 8 bytes big endian and
/// the changes in the bytes their author wrote. Erasing a change and its salt leaves the hash
/// verifiable from the remaining digests.
///
/// Copies share what was read, which nothing changes any more; they may be on several threads.
class Edit {
public:
    /// Reads the bytes of an edit by this author. Fails with `malformed` on bytes that are no edit
    /// (also: a patch that cannot be cut, a record named twice, a salt that is not there, a cleared
    /// field that is set as well or cleared twice), `unknownKind` for kind 0, `empty` without
    /// changes or with one that writes no field, `tooLarge` over 128 KiB.
    static Result<Edit> read(DeviceNumber author, std::string bytes);

    /// Writes an edit; `message` must be one that `read` accepts.
    static Edit write(DeviceNumber author, const v1::Edit& message);

    /// What a view may see of an edit: other bytes under the whole edit's hash, which the receiver
    /// cannot recompute.
    static Result<Edit> readPartial(DeviceNumber author, std::string bytes, std::string wholeHash);

    const std::string& bytes() const { return read_->bytes; }
    const v1::Edit& message() const { return read_->message; }
    /// 32 bytes.
    const std::string& hash() const { return hash_; }
    const Dot& dot() const { return dot_; }
    Stamp stamp() const { return {message().stamp()}; }
    /// The change of this record, or null when the edit does not touch it.
    const v1::Change* change(const RecordId& record) const;
    /// The patch of one of its changes, cut into its fields.
    const FieldBytes& fieldsOf(const v1::Change& change) const;

private:
    struct Reading {
        std::string bytes;
        v1::Edit message;
        std::vector<FieldBytes> fields;  ///< of each change
        std::string hash;                ///< of these bytes
    };

    Edit(std::shared_ptr<const Reading> reading, DeviceNumber author, std::string hash);
    static Result<std::shared_ptr<const Reading>> parse(std::string bytes);

    std::shared_ptr<const Reading> read_;
    std::string hash_;
    Dot dot_;
};

constexpr std::size_t kEditBytesMax = 128 * 1024;
constexpr std::size_t kEditChangesMax = 500;

/// The chain of a device's edits: h(n) = first 8 bytes of SHA-256(h(n-1) ‖ hash of edit n), and
/// h(0) is empty.
std::string chainAfter(const std::string& chain, const std::string& editHash);

/// The dots that a change replaces in this field: the field's exception, or the change's own list.
/// Each once, ascending.
std::vector<Dot> replacedDots(const v1::Change& change, std::uint32_t field);

}  // namespace liaison
