// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/written_schema.h"

#include <google/protobuf/descriptor.pb.h>

#include <cstdlib>
#include <fstream>
#include <sstream>

#include "shared/base/ensure.h"
#include "tests/support/temp_folder.h"

namespace liaison {

namespace {

constexpr const char* kProto = LIAISON_SOURCE_DIR "/proto";

std::string contentOf(const std::string& path)
{
    std::ostringstream text;
    text << std::ifstream(path).rdbuf();
    return text.str();
}

}  // namespace

WrittenSchema::WrittenSchema(const std::string& messages)
    : WrittenSchema("written.proto", R"(syntax = "proto3";
        package liaison.v1.written;
        import "liaison/v1/options.proto";
        import "liaison/v1/values.proto";
        )" + messages)
{
}

WrittenSchema WrittenSchema::careWith(const std::string& messages)
{
    const std::string name = "liaison/v1/care.proto";
    return {name, contentOf(std::string(kProto) + "/" + name) + messages};
}

WrittenSchema::WrittenSchema(const std::string& name, const std::string& text)
{
    const TempFolder folder;
    const std::filesystem::path file = folder.path() / name;
    std::filesystem::create_directories(file.parent_path());
    std::ofstream(file) << text;
    const std::string command = "'" LIAISON_PROTOC "' -I '" + folder.path().string() + "' -I '" +
                                kProto + "' --include_imports --descriptor_set_out='" +
                                folder.file("set") + "' " + name + " 2> '" + folder.file("errors") +
                                "'";
    const bool isTaken = std::system(command.c_str()) == 0;
    ensure(isTaken, contentOf(folder.file("errors")).c_str());

    google::protobuf::FileDescriptorSet set;
    ensure(set.ParseFromString(contentOf(folder.file("set"))), "protoc wrote no descriptors");
    for (const auto& each : set.file()) {
        file_ = pool_.BuildFile(each);
        ensure(file_ != nullptr, each.name().c_str());
    }
}

}  // namespace liaison
