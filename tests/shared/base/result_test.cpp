// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/base/result.h"

#include <gtest/gtest.h>

#include <memory>

namespace liaison {

namespace {

TEST(Result, HoldsAValueOrTheErrorThatTookItsPlace)
{
    const Result<std::string> value(std::string("oui"));
    const Result<std::string> error(Error{ErrorCode::notFound, "no such record"});

    ASSERT_TRUE(value);
    EXPECT_EQ(*value, "oui");
    EXPECT_EQ(value->size(), 3u);
    ASSERT_FALSE(error);
    EXPECT_EQ(error.error(), (Error{ErrorCode::notFound, "no such record"}));
}

TEST(Result, GivesAwayAValueThatCannotBeCopied)
{
    Result<std::unique_ptr<int>> result(std::make_unique<int>(7));

    const std::unique_ptr<int> taken = *std::move(result);

    EXPECT_EQ(*taken, 7);
}

TEST(Result, StopsTheProgramWhenAFailureIsReadAsAValue)
{
    const Result<int> error(Error{ErrorCode::io, ""});

    EXPECT_DEATH(static_cast<void>(*error), "value of a failed result");
}

TEST(Result, StopsTheProgramWhenASuccessIsReadAsAnError)
{
    const Result<Done> success = done();

    EXPECT_DEATH(static_cast<void>(success.error()), "error of a successful result");
}

}  // namespace

}  // namespace liaison
