// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/sync/frame.h"

#include <google/protobuf/io/coded_stream.h>
#include <zstd.h>

#include <algorithm>
#include <cstdint>
#include <memory>

#include "shared/base/plant.h"
#include "shared/base/sha256.h"

namespace liaison {

namespace {

constexpr std::size_t kHeaderBytes = 4;
constexpr std::size_t kChecksumBytes = 4;
constexpr std::uint8_t kCompressed = 1;
constexpr std::uint8_t kPrefixed = 2;
constexpr std::size_t kWorthCompressingBytes = 200;
constexpr int kCompressionLevel = 3;
constexpr std::string_view kZstdMagic = "\x28\xb5\x2f\xfd";
/// Bytes already read are given back once they are this many.
constexpr std::size_t kReadBytesKept = 64 * 1024;

struct FreeContext {
    void operator()(ZSTD_CCtx* context) const { ZSTD_freeCCtx(context); }
    void operator()(ZSTD_DCtx* context) const { ZSTD_freeDCtx(context); }
};

// A context is some 200 kB and slow to make: one for each thread, whatever the connections.
ZSTD_CCtx* compressor()
{
    thread_local const std::unique_ptr<ZSTD_CCtx, FreeContext> context(ZSTD_createCCtx());
    ensure(context != nullptr, "no memory to compress");
    return context.get();
}

ZSTD_DCtx* decompressor()
{
    thread_local const std::unique_ptr<ZSTD_DCtx, FreeContext> context(ZSTD_createDCtx());
    ensure(context != nullptr, "no memory to decompress");
    return context.get();
}

/// The compressed message; empty when compressing gains nothing, or so much that the receiver
/// would take it for a bomb.
std::string compressed(const std::string& message, std::string_view prefix)
{
    if (message.size() <= kWorthCompressingBytes) return {};
    std::string bytes(ZSTD_compressBound(message.size()), '\0');
    ZSTD_CCtx* const context = compressor();
    ZSTD_CCtx_reset(context, ZSTD_reset_session_and_parameters);
    ZSTD_CCtx_setParameter(context, ZSTD_c_compressionLevel, kCompressionLevel);
    ZSTD_CCtx_refPrefix(context, prefix.data(), prefix.size());
    const std::size_t size =
        ZSTD_compress2(context, bytes.data(), bytes.size(), message.data(), message.size());
    if (ZSTD_isError(size) != 0U || size >= message.size()) return {};
    if (message.size() > size * kInflationMax) return {};
    bytes.resize(size);
    return bytes;
}

/// Keeps of a message what the next one may build on.
void remember(std::string& prefix, std::string_view message)
{
    if (message.size() < kRememberedFromBytes) {
        std::string().swap(prefix);
        return;
    }
    prefix = message.substr(message.size() - std::min(message.size(), kPrefixBytesMax));
}

Result<std::string> decompressed(std::string_view bytes, std::string_view prefix,
                                 std::size_t messageBytesMax)
{
    // zstd also knows "skippable" and older frames, which the checks below would not measure.
    if (!bytes.starts_with(kZstdMagic)) return Error{ErrorCode::malformed, "not a zstd frame"};
    const unsigned long long size = ZSTD_getFrameContentSize(bytes.data(), bytes.size());
    if (size == ZSTD_CONTENTSIZE_ERROR || size == ZSTD_CONTENTSIZE_UNKNOWN)
        return Error{ErrorCode::malformed, "compressed without its content size"};
    if (size > messageBytesMax) return Error{ErrorCode::tooLarge, "decompressed message too large"};
    if (size > bytes.size() * kInflationMax)
        return Error{ErrorCode::tooLarge, "compressed too well to be honest"};
    if (ZSTD_findFrameCompressedSize(bytes.data(), bytes.size()) != bytes.size())
        return Error{ErrorCode::malformed, "bytes behind the compressed message"};
    std::string message(static_cast<std::size_t>(size), '\0');
    ZSTD_DCtx* const context = decompressor();
    ZSTD_DCtx_reset(context, ZSTD_reset_session_and_parameters);
    ZSTD_DCtx_refPrefix(context, prefix.data(), prefix.size());
    const std::size_t written =
        ZSTD_decompressDCtx(context, message.data(), message.size(), bytes.data(), bytes.size());
    if (ZSTD_isError(written) != 0U || written != message.size())
        return Error{ErrorCode::malformed, "compressed message damaged"};
    return message;
}

std::uint32_t lengthAt(std::string_view bytes)
{
    std::uint32_t length = 0;
    for (std::size_t i = 0; i < kHeaderBytes; ++i)
        length = (length << 8) | static_cast<std::uint8_t>(bytes[i]);
    return length;
}

/// Of the flags and the body of a frame, which follow each other on the wire.
std::string checksumOf(std::string_view flagsAndBody)
{
    return sha256(flagsAndBody).substr(0, kChecksumBytes);
}

std::string framed(std::string_view body, std::uint8_t flags)
{
    const std::size_t length = 1 + body.size() + kChecksumBytes;
    std::string frame;
    frame.reserve(kHeaderBytes + length);
    for (int shift = 24; shift >= 0; shift -= 8)
        frame.push_back(static_cast<char>((length >> shift) & 0xff));
    frame.push_back(static_cast<char>(flags));
    frame.append(body);
    frame.append(checksumOf(std::string_view(frame).substr(kHeaderBytes)));
    return frame;
}

}  // namespace

std::string frameOf(const google::protobuf::MessageLite& message)
{
    return FrameWriter().frameOf(message);
}

std::string FrameWriter::frameOf(const google::protobuf::MessageLite& message)
{
    const std::string plain = message.SerializeAsString();
    std::string packed = prefix_.empty() ? std::string() : compressed(plain, prefix_);
    const bool isPrefixed = !packed.empty();
    if (!isPrefixed) packed = compressed(plain, {});
    remember(prefix_, plain);
    if (packed.empty()) return framed(plain, 0);
    return framed(packed, isPrefixed ? kCompressed | kPrefixed : kCompressed);
}

void FrameReader::feed(std::string_view bytes)
{
    if (fault_) return;
    if (!isInsideFrame() && buffer_.capacity() > kReadBytesKept) buffer_ = std::string();
    if (!isInsideFrame() || read_ > kReadBytesKept) {
        buffer_.erase(0, read_);
        read_ = 0;
    }
    buffer_.append(bytes);
}

Result<std::optional<std::string>> FrameReader::next()
{
    if (fault_) return *fault_;
    Result<std::optional<std::string>> message = cut();
    if (!message) {
        fault_ = message.error();
        std::string().swap(buffer_);
        std::string().swap(prefix_);
        read_ = 0;
    }
    return message;
}

Result<std::optional<std::string>> FrameReader::cut()
{
    const std::string_view waiting = std::string_view(buffer_).substr(read_);
    if (waiting.size() < kHeaderBytes) return std::optional<std::string>();
    const std::uint32_t length = lengthAt(waiting);
    if (length <= kChecksumBytes)
        return Error{ErrorCode::malformed, "frame of length " + std::to_string(length)};
    if (length > frameBytesMax_)
        return Error{ErrorCode::tooLarge, "frame of " + std::to_string(length) + " bytes"};
    if (waiting.size() == kHeaderBytes) return std::optional<std::string>();
    const auto flags = static_cast<std::uint8_t>(waiting[kHeaderBytes]);
    if ((flags & ~(kCompressed | kPrefixed)) != 0 || flags == kPrefixed)
        return Error{ErrorCode::malformed, "unknown frame flags"};
    if (waiting.size() < kHeaderBytes + length) return std::optional<std::string>();

    read_ += kHeaderBytes + length;
    const std::string_view checked = waiting.substr(kHeaderBytes, length - kChecksumBytes);
    const std::string_view checksum = waiting.substr(kHeaderBytes + checked.size(), kChecksumBytes);
    if (checksum != checksumOf(checked) && !planted("checksum-unchecked"))
        return Error{ErrorCode::malformed, "a frame that was changed on its way"};
    const std::string_view body = checked.substr(1);
    if ((flags & kPrefixed) != 0 && prefix_.empty())
        return Error{ErrorCode::malformed, "a frame that builds on none"};
    if ((flags & kCompressed) == 0) {
        remember(prefix_, body);
        return std::optional(std::string(body));
    }
    // Who may not send large frames may not send small ones that grow either.
    const std::size_t messageBytesMax =
        frameBytesMax_ < kFrameBytesMax ? frameBytesMax_ : kMessageBytesMax;
    const std::string_view prefix =
        (flags & kPrefixed) != 0 ? std::string_view(prefix_) : std::string_view();
    Result<std::string> message = decompressed(body, prefix, messageBytesMax);
    if (!message) return message.error();
    remember(prefix_, *message);
    return std::optional(*std::move(message));
}

Result<Done> parseMessage(std::string_view bytes, google::protobuf::MessageLite& message)
{
    if (bytes.size() > kMessageBytesMax) return Error{ErrorCode::tooLarge, "message too large"};
    google::protobuf::io::CodedInputStream input(
        reinterpret_cast<const std::uint8_t*>(bytes.data()), static_cast<int>(bytes.size()));
    input.SetRecursionLimit(kMessageDepthMax);
    if (!message.ParseFromCodedStream(&input) || !input.ConsumedEntireMessage())
        return Error{ErrorCode::malformed, "not a message of this protocol"};
    return done();
}

}  // namespace liaison
