// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/base/durable_file.h"

#include <gtest/gtest.h>

#include "tests/support/file_size_limit.h"
#include "tests/support/temp_folder.h"

namespace liaison {

using test::FileSizeLimit;

TEST(DurableFile, KeepsTheOldFileAndSaysDiskFullWhenTheNewOneHasNoRoom)
{
    const TempFolder folder;
    const std::filesystem::path path = folder.file("card");
    ASSERT_TRUE(writeDurably(path, "old"));
    {
        const FileSizeLimit full(16);
        EXPECT_EQ(writeDurably(path, std::string(64, 'n')).error().code, ErrorCode::diskFull);
    }

    EXPECT_EQ(*readWhole(path), "old");
    EXPECT_FALSE(std::filesystem::exists(path.string() + ".new"));
}

TEST(DurableFile, IsNotFoundOnlyWhenSomethingIsRead)
{
    const TempFolder folder;
    const std::string nowhere = folder.file("missing") + "/file";

    EXPECT_EQ(readWhole(nowhere).error().code, ErrorCode::notFound);
    const auto written = writeDurably(nowhere, "bytes");
    EXPECT_EQ(written.error().code, ErrorCode::io);
    EXPECT_NE(written.error().detail.find(nowhere), std::string::npos);
    EXPECT_EQ(makePrivateFolder("/proc/nothing/here").error().code, ErrorCode::io);
    EXPECT_EQ(makePrivateFolder("").error().code, ErrorCode::io);
}

}  // namespace liaison
