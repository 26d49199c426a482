// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <google/protobuf/descriptor.h>

#include <string>

namespace liaison {

/// A schema that a test writes as text, read by the protoc that builds the program.
///
/// A text that protoc does not take stops the test program with the reason. Has to live as long as
/// its descriptors are needed.
class WrittenSchema {
public:
    /// A file of these messages alone, which may use the annotations of options.proto and the
    /// values of values.proto.
    explicit WrittenSchema(const std::string& messages);
    /// The care.proto of this build with these messages at its end.
    static WrittenSchema careWith(const std::string& messages);

    const google::protobuf::FileDescriptor* file() const { return file_; }

private:
    /// The file of this name, before all others of that name.
    WrittenSchema(const std::string& name, const std::string& text);

    google::protobuf::DescriptorPool pool_;
    const google::protobuf::FileDescriptor* file_ = nullptr;
};

}  // namespace liaison
