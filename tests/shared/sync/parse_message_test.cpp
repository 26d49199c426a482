// SPDX-License-Identifier: GPL-3.0-or-later
#include <google/protobuf/descriptor.pb.h>
#include <gtest/gtest.h>

#include "liaison/v1/sync.pb.h"
#include "shared/sync/frame.h"

namespace liaison {
namespace {

TEST(ParseMessage, RefusesWhatIsNotAMessage)
{
    v1::FromDevice message;
    EXPECT_FALSE(parseMessage("\xff\xff\xff", message));
    EXPECT_FALSE(parseMessage("\x12\x7f", message));
    v1::FromDevice push;
    push.mutable_push()->add_edits("edit");
    EXPECT_FALSE(parseMessage(push.SerializeAsString() + "\x0c", message));
}

TEST(ParseMessage, RefusesNestingDeeperThanSixteen)
{
    // The message that can nest for ever is one of protobuf's own.
    const auto nested = [](int depth) {
        google::protobuf::DescriptorProto root;
        auto* innermost = &root;
        for (int i = 0; i < depth; ++i)
            innermost = innermost->add_nested_type();
        return root.SerializeAsString();
    };
    google::protobuf::DescriptorProto message;

    EXPECT_TRUE(parseMessage(nested(kMessageDepthMax), message));
    EXPECT_FALSE(parseMessage(nested(kMessageDepthMax + 1), message));
    EXPECT_FALSE(parseMessage(nested(90), message));
}

TEST(ParseMessage, RefusesUnknownGroupsNestedWithoutEnd)
{
    v1::FromDevice message;
    EXPECT_FALSE(parseMessage(std::string(100'000, '\x7b'), message));
}

TEST(ParseMessage, RefusesTextThatIsNotText)
{
    v1::FromDevice join;
    join.mutable_join()->set_device_name("abc");
    std::string bytes = join.SerializeAsString();
    bytes.back() = '\xff';

    EXPECT_FALSE(parseMessage(bytes, join));
}

}  // namespace
}  // namespace liaison
