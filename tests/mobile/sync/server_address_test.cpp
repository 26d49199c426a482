// SPDX-License-Identifier: GPL-3.0-or-later
#include "mobile/sync/server_address.h"

#include <gtest/gtest.h>

namespace liaison {

TEST(ServerAddress, ReadsNamesAndBothKindsOfNumbers)
{
    const auto named = ServerAddress::read("crt.example:7443");
    const auto four = ServerAddress::read("127.0.0.1:1");
    const auto six = ServerAddress::read("[::1]:65535");

    ASSERT_TRUE(named && four && six);
    EXPECT_EQ(named->host, "crt.example");
    EXPECT_EQ(named->port, 7443);
    EXPECT_EQ(four->host, "127.0.0.1");
    EXPECT_EQ(six->host, "::1");
    EXPECT_EQ(six->port, 65535);
}

TEST(ServerAddress, RefusesWhatIsNone)
{
    for (const char* text : {"", ":", "host", "host:", ":7443", "host:0", "host:65536", "host:7a",
                             "::1:7443", "[]:7443", "host:-1"}) {
        const auto read = ServerAddress::read(text);

        ASSERT_FALSE(read) << text;
        EXPECT_EQ(read.error().code, ErrorCode::malformed) << text;
    }
}

}  // namespace liaison
