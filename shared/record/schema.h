// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <google/protobuf/descriptor.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "liaison/v1/options.pb.h"
#include "shared/base/result.h"

namespace liaison {

using v1::Role;

/// One field of a kind, as its annotation describes it.
struct FieldSchema {
    std::uint32_t number = 0;
    std::string name;
    const google::protobuf::FieldDescriptor* descriptor = nullptr;
    v1::Field annotation;
    /// Roles that may read and write it: the kind's unless the field is narrower.
    std::vector<Role> readers;
    std::vector<Role> writers;

    bool readableBy(Role role) const;
    bool writableBy(Role role) const;
};

/// One kind of record: a message of care.proto with the `kind` annotation.
struct KindSchema {
    std::uint32_t number = 0;
    std::string name;  ///< for example "Intervention"
    const google::protobuf::Descriptor* descriptor = nullptr;
    v1::Kind annotation;
    std::vector<FieldSchema> fields;  ///< in the order of care.proto

    const FieldSchema* field(std::uint32_t number) const;
    const FieldSchema* field(std::string_view name) const;
    /// The field annotated so, or null when the kind has none.
    const FieldSchema* subject() const;
    const FieldSchema* parent() const;
    const FieldSchema* time() const;
    const FieldSchema* title() const;
    bool readableBy(Role role) const;
    bool writableBy(Role role) const;
};

/// What care.proto says of every kind: the single source for storage, access control, forms,
/// validation and export.
///
/// Read once from a file descriptor and constant afterwards, so that any thread may use it.
/// `care()` is the schema of this build; a test may read another file.
class Schema {
public:
    explicit Schema(const google::protobuf::FileDescriptor* file);

    /// The schema of care.proto as compiled into this program.
    static const Schema& care();

    const std::vector<KindSchema>& kinds() const { return kinds_; }
    const KindSchema* kind(std::uint32_t number) const;
    const KindSchema* kind(std::string_view name) const;

    /// Grows when care.proto gains kinds or fields: the count of all annotated fields and kinds.
    std::uint32_t version() const { return version_; }

private:
    std::vector<KindSchema> kinds_;
    std::uint32_t version_ = 0;
};

}  // namespace liaison
