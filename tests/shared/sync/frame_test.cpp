// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/sync/frame.h"

#include <gtest/gtest.h>
#include <zstd.h>

#include "liaison/v1/sync.pb.h"
#include "shared/base/bytes.h"
#include "shared/base/sha256.h"

namespace liaison {
namespace {

v1::FromDevice pushOf(std::size_t edits, const std::string& edit)
{
    v1::FromDevice message;
    for (std::size_t i = 0; i < edits; ++i)
        message.mutable_push()->add_edits(edit);
    return message;
}

/// The frame's beginning and a body, without a checksum.
std::string frameBegin(std::uint32_t length, std::uint8_t flags, std::string_view body)
{
    std::string frame;
    for (int shift = 24; shift >= 0; shift -= 8)
        frame.push_back(static_cast<char>((length >> shift) & 0xff));
    frame.push_back(static_cast<char>(flags));
    frame.append(body);
    return frame;
}

/// A whole frame with its checksum.
std::string frameWith(std::uint8_t flags, std::string_view body)
{
    const std::string frame = frameBegin(static_cast<std::uint32_t>(body.size() + 5), flags, body);
    return frame + sha256(std::string_view(frame).substr(4)).substr(0, 4);
}

std::string compressedFrame(std::string_view body)
{
    return frameWith(1, body);
}

std::string zstdOf(const std::string& text, bool withSize = true)
{
    ZSTD_CCtx* context = ZSTD_createCCtx();
    ZSTD_CCtx_setParameter(context, ZSTD_c_contentSizeFlag, withSize ? 1 : 0);
    std::string bytes(ZSTD_compressBound(text.size()), '\0');
    bytes.resize(ZSTD_compress2(context, bytes.data(), bytes.size(), text.data(), text.size()));
    ZSTD_freeCCtx(context);
    return bytes;
}

/// What a reader with this limit says to these bytes.
Result<std::optional<std::string>> read(const std::string& bytes,
                                        std::size_t frameBytesMax = kFrameBytesMax)
{
    FrameReader reader(frameBytesMax);
    reader.feed(bytes);
    return reader.next();
}

ErrorCode faultOf(const std::string& bytes, std::size_t frameBytesMax = kFrameBytesMax)
{
    const auto message = read(bytes, frameBytesMax);
    EXPECT_FALSE(message);
    return message ? ErrorCode::empty : message.error().code;
}

/// A message of this size of which one half is that of every other one of its making, and which
/// resembles no part of itself.
v1::FromDevice largePush(std::size_t bytes, char first)
{
    std::string edit(1, first);
    std::string shared = sha256("shared");
    std::string own = sha256(edit);
    while (edit.size() < bytes) {
        edit += shared + own;
        shared = sha256(shared);
        own = sha256(own);
    }
    return pushOf(1, edit);
}

TEST(Frame, BuildsOnTheLargeOneBeforeIt)
{
    FrameWriter writer;
    FrameReader reader(kFrameBytesMax);
    const std::string first = writer.frameOf(largePush(50'000, 'a'));
    const std::string second = writer.frameOf(largePush(50'000, 'b'));

    reader.feed(first + second);

    EXPECT_EQ(**reader.next(), largePush(50'000, 'a').SerializeAsString());
    EXPECT_EQ(**reader.next(), largePush(50'000, 'b').SerializeAsString());
    EXPECT_GT(first.size(), 50'000u);
    EXPECT_LT(second.size(), 35'000u);
}

TEST(Frame, IsOnItsOwnAfterASmallOneAndAfterTheWriterForgot)
{
    FrameWriter writer;
    FrameReader reader(kFrameBytesMax);
    std::string frames = writer.frameOf(largePush(50'000, 'a')) + writer.frameOf(pushOf(1, "x"));
    const std::string afterSmall = writer.frameOf(largePush(50'000, 'b'));
    writer.forget();
    const std::string afterForgetting = writer.frameOf(largePush(50'000, 'c'));
    const std::string building = writer.frameOf(largePush(50'000, 'd'));

    reader.feed(frames + afterSmall + afterForgetting + building);

    for (const char first : {'a', 'x', 'b', 'c', 'd'}) {
        v1::FromDevice message;
        ASSERT_TRUE(parseMessage(**reader.next(), message));
        EXPECT_EQ(message.push().edits(0).front(), first);
    }
    EXPECT_GT(afterSmall.size(), 50'000u);
    EXPECT_GT(afterForgetting.size(), 50'000u);
    EXPECT_LT(building.size(), 35'000u);
}

TEST(Frame, IsRefusedWhenItBuildsOnNone)
{
    FrameWriter writer;
    const std::string first = writer.frameOf(largePush(50'000, 'a'));
    const std::string second = writer.frameOf(largePush(50'000, 'b'));

    EXPECT_EQ(faultOf(second), ErrorCode::malformed);
    EXPECT_EQ(faultOf(frameWith(2, "plain")), ErrorCode::malformed);
    EXPECT_EQ(faultOf(frameWith(7, "plain")), ErrorCode::malformed);
}

TEST(Frame, IsRefusedWhenItBuildsOnAnother)
{
    FrameWriter writer;
    FrameWriter other;
    const std::string first = writer.frameOf(pushOf(1, std::string(50'000, 'z')));
    other.frameOf(largePush(50'000, 'a'));
    const std::string second = other.frameOf(largePush(50'000, 'b'));
    FrameReader reader(kFrameBytesMax);

    reader.feed(first + second);

    EXPECT_TRUE(reader.next());
    const auto message = reader.next();
    EXPECT_TRUE(!message || **message != largePush(50'000, 'b').SerializeAsString());
}

TEST(Frame, CarriesAMessageThereAndBack)
{
    v1::FromDevice ping;
    ping.mutable_ping()->set_number(7);

    const auto message = read(frameOf(ping));

    ASSERT_TRUE(message && *message);
    v1::FromDevice parsed;
    ASSERT_TRUE(parseMessage(**message, parsed));
    EXPECT_EQ(parsed.ping().number(), 7U);
}

TEST(Frame, StaysAsItIsWhenCompressingWouldNotHelp)
{
    const auto random = pushOf(1, randomBytes(1000));

    EXPECT_EQ(frameOf(random), frameWith(0, random.SerializeAsString()));
}

TEST(Frame, IsCompressedWhenThatMakesItSmaller)
{
    const auto push = pushOf(20, randomBytes(100));

    const std::string frame = frameOf(push);

    EXPECT_LT(frame.size(), push.ByteSizeLong() / 5);
    const auto message = read(frame);
    ASSERT_TRUE(message && *message);
    EXPECT_EQ(**message, push.SerializeAsString());
}

TEST(Frame, NeverLooksLikeABombToItsReader)
{
    const auto push = pushOf(1, std::string(120'000, 'a'));

    const auto message = read(frameOf(push));

    ASSERT_TRUE(message && *message);
    EXPECT_EQ(**message, push.SerializeAsString());
}

TEST(FrameReader, WaitsForEveryByte)
{
    const std::string frame = frameOf(pushOf(20, randomBytes(100)));
    FrameReader reader(kFrameBytesMax);

    for (std::size_t i = 0; i + 1 < frame.size(); ++i) {
        reader.feed(std::string_view(frame).substr(i, 1));
        const auto message = reader.next();
        ASSERT_TRUE(message);
        ASSERT_FALSE(*message) << "after byte " << i;
        EXPECT_TRUE(reader.isInsideFrame());
    }
    reader.feed(std::string_view(frame).substr(frame.size() - 1));

    const auto message = reader.next();
    EXPECT_TRUE(message && *message);
    EXPECT_FALSE(reader.isInsideFrame());
}

TEST(FrameReader, CutsFramesThatCameTogether)
{
    std::string bytes;
    for (std::uint64_t i = 0; i < 20'000; ++i) {
        v1::FromDevice ping;
        ping.mutable_ping()->set_number(i);
        bytes += frameOf(ping);
    }
    FrameReader reader(kFrameBytesMax);
    reader.feed(bytes);

    for (std::uint64_t i = 0; i < 20'000; ++i) {
        const auto message = reader.next();
        ASSERT_TRUE(message && *message);
        v1::FromDevice parsed;
        ASSERT_TRUE(parseMessage(**message, parsed));
        ASSERT_EQ(parsed.ping().number(), i);
    }
    EXPECT_FALSE(*reader.next());
}

TEST(FrameReader, RefusesALengthWithoutRoomForAMessage)
{
    for (std::uint32_t length = 0; length < 5; ++length)
        EXPECT_EQ(faultOf(frameBegin(length, 0, "abcd")), ErrorCode::malformed);
}

TEST(FrameReader, RefusesALengthBeforeItsBytesCome)
{
    EXPECT_EQ(faultOf("\xff\xff\xff\xff"), ErrorCode::tooLarge);
    EXPECT_EQ(faultOf(frameBegin(4097, 0, ""), kFrameBytesMaxUnknown), ErrorCode::tooLarge);
    EXPECT_FALSE(*read(frameBegin(4096, 0, ""), kFrameBytesMaxUnknown));
}

TEST(FrameReader, AllowsMoreWhenItIsTold)
{
    FrameReader reader(kFrameBytesMaxUnknown);
    reader.allow(kFrameBytesMaxGreeting);
    reader.feed(frameWith(0, std::string(5000, 'a')));

    const auto message = reader.next();

    ASSERT_TRUE(message && *message);
    EXPECT_EQ((*message)->size(), 5000U);
}

TEST(FrameReader, RefusesFlagsItDoesNotKnow)
{
    for (int flags = 2; flags < 256; ++flags)
        EXPECT_EQ(faultOf(frameWith(static_cast<std::uint8_t>(flags), "")), ErrorCode::malformed);
}

TEST(FrameReader, SaysTheSameForEverAfterAFault)
{
    FrameReader reader(kFrameBytesMax);
    reader.feed(std::string(4, '\0'));
    EXPECT_FALSE(reader.next());

    reader.feed(frameOf(pushOf(1, "edit")));

    EXPECT_FALSE(reader.next());
    EXPECT_FALSE(reader.isInsideFrame());
}

TEST(FrameReader, RefusesACompressedMessageThatHidesItsSize)
{
    EXPECT_EQ(faultOf(compressedFrame(zstdOf(randomBytes(3000), false))), ErrorCode::malformed);
}

TEST(FrameReader, RefusesAMessageThatGrowsBeyondTheLimit)
{
    std::string large;
    while (large.size() <= kMessageBytesMax)
        large += randomBytes(100'000).append(1'000'000, 'x');
    const std::string packed = zstdOf(large);
    ASSERT_LT(packed.size(), kFrameBytesMax);
    ASSERT_GT(packed.size() * kInflationMax, large.size());

    EXPECT_EQ(faultOf(compressedFrame(packed)), ErrorCode::tooLarge);
}

TEST(FrameReader, RefusesGrowthFromWhoMayOnlySendALittle)
{
    const std::string packed = zstdOf(randomBytes(500).append(9'000, 'x'));
    ASSERT_LT(packed.size(), 1'000U);
    ASSERT_TRUE(read(compressedFrame(packed)));

    EXPECT_EQ(faultOf(compressedFrame(packed), kFrameBytesMaxUnknown), ErrorCode::tooLarge);
}

TEST(FrameReader, RefusesAMessageThatGrowsMoreThanFiftyTimes)
{
    EXPECT_EQ(faultOf(compressedFrame(zstdOf(std::string(1'000'000, 'a')))), ErrorCode::tooLarge);
}

TEST(FrameReader, RefusesBytesBehindTheCompressedMessage)
{
    const std::string packed = zstdOf(randomBytes(300));

    EXPECT_EQ(faultOf(compressedFrame(packed + "x")), ErrorCode::malformed);
    EXPECT_EQ(faultOf(compressedFrame(packed + packed)), ErrorCode::malformed);
}

TEST(FrameReader, RefusesSkippableFrames)
{
    const std::string skippable(
        "\x50\x2a\x4d\x18\x04\x00\x00\x00"
        "abcd",
        12);

    EXPECT_EQ(faultOf(compressedFrame(skippable)), ErrorCode::malformed);
    EXPECT_EQ(faultOf(compressedFrame(skippable + zstdOf("message"))), ErrorCode::malformed);
}

TEST(FrameReader, RefusesACompressedMessageCutAnywhere)
{
    const std::string packed = zstdOf(randomBytes(200).append(200, 'x'));

    for (std::size_t size = 0; size < packed.size(); ++size)
        EXPECT_FALSE(read(compressedFrame(packed.substr(0, size)))) << size << " bytes";
}

/// No bit of these frames can be another one without being noticed; at most the reader waits for
/// more bytes than will come.
void expectEveryFlippedBitNoticed(const std::string& frame)
{
    int refused = 0;
    for (std::size_t bit = 0; bit < frame.size() * 8; ++bit) {
        std::string flipped = frame;
        flipped[bit / 8] = static_cast<char>(flipped[bit / 8] ^ (1 << (bit % 8)));
        const auto message = read(flipped);
        if (!message) ++refused;
        EXPECT_FALSE(message && *message) << "bit " << bit;
    }
    EXPECT_GT(refused, static_cast<int>(frame.size() - 4) * 8);
}

TEST(FrameReader, NoticesAnyFlippedBit)
{
    const auto push = pushOf(4, "a transmission about the visit of this morning, a bit longer");
    const std::string packed = frameOf(push);
    ASSERT_EQ(packed[4], 1);
    v1::FromDevice ping;
    ping.mutable_ping()->set_number(7);

    expectEveryFlippedBitNoticed(packed);
    expectEveryFlippedBitNoticed(frameOf(ping));
}

}  // namespace
}  // namespace liaison
