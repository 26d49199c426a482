// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <google/protobuf/descriptor.h>
#include <google/protobuf/message.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "liaison/v1/options.pb.h"
#include "shared/base/result.h"

namespace liaison {

using v1::Role;

/// Whether a code belongs to the list of this name. Not asked where there is none to ask.
using KnowsCode = bool (*)(std::string_view list, std::string_view code);

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
    /// An empty record of this kind, to be copied; owned by the schema.
    const google::protobuf::Message* prototype = nullptr;
    KnowsCode knowsCode = nullptr;
    std::vector<std::uint32_t> fileFields{};  ///< those that name a file

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
///
/// A schema that knows codes refuses those it does not know; that is for the place where people
/// write (`schemaWithCodes` of shared/care). The centre judges without: a code that only a newer
/// phone knows is a value like any other there, and no reason to refuse what was written.
class Schema {
public:
    explicit Schema(const google::protobuf::FileDescriptor* file, KnowsCode knowsCode = nullptr);

    /// The schema of care.proto as compiled into this program, without its code lists.
    static const Schema& care();

    const std::vector<KindSchema>& kinds() const { return kinds_; }
    const KindSchema* kind(std::uint32_t number) const;
    const KindSchema* kind(std::string_view name) const;

    /// Grows when care.proto gains kinds or fields: the count of all annotated fields and kinds.
    std::uint32_t version() const { return version_; }

private:
    std::shared_ptr<google::protobuf::MessageFactory> messages_;
    std::vector<KindSchema> kinds_;
    std::uint32_t version_ = 0;
};

}  // namespace liaison
