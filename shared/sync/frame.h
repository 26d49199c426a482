// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <google/protobuf/message_lite.h>

#include <optional>
#include <string>
#include <string_view>

#include "shared/base/result.h"

namespace liaison {

// A frame: 4 bytes of length, big endian, of what follows; 1 byte of flags (bit 0: the message is a
// zstd frame with its content size); one encoded protobuf message; the first 4 bytes of SHA-256
// over flags and message as they are sent, since memory and proxies change bytes that TLS does not
// see.

constexpr std::size_t kFrameBytesMaxUnknown = 4 * 1024;    ///< from a key nobody knows
constexpr std::size_t kFrameBytesMaxGreeting = 64 * 1024;  ///< before Welcome
constexpr std::size_t kFrameBytesMax = 1024 * 1024;        ///< after it
constexpr std::size_t kMessageBytesMax = 4 * 1024 * 1024;  ///< uncompressed
constexpr std::size_t kInflationMax = 50;                  ///< times the compressed bytes
constexpr int kMessageDepthMax = 16;

/// What the frame before leaves to the next one of the same direction: the end of a large message
/// resembles the next one, and need not be sent again. Both sides follow the same rule.
constexpr std::size_t kPrefixBytesMax = 128 * 1024;
constexpr std::size_t kRememberedFromBytes = 32 * 1024;

/// The bytes that carry a message; compressed where that makes them fewer, and not more than
/// `kInflationMax` times fewer, which a receiver refuses. Any thread.
std::string frameOf(const google::protobuf::MessageLite& message);

/// The same for one direction of one conversation: each frame is compressed with the help of the
/// one before it, where that was large. All frames of that direction must go through it until it is
/// told to forget, and be sent in their order.
class FrameWriter {
public:
    std::string frameOf(const google::protobuf::MessageLite& message);
    /// Gives the memory back: the next frame is on its own.
    void forget() { std::string().swap(prefix_); }

private:
    std::string prefix_;
};

/// Cuts an incoming stream of bytes into the messages its frames carry.
///
/// The buffer grows with what arrives and never with what a length announces. A fault is final and
/// is given again for ever: the connection has to be closed.
class FrameReader {
public:
    explicit FrameReader(std::size_t frameBytesMax) : frameBytesMax_(frameBytesMax) {}

    /// A conversation that has come further may send larger frames.
    void allow(std::size_t frameBytesMax) { frameBytesMax_ = frameBytesMax; }
    void feed(std::string_view bytes);
    /// The next whole message, checked and decompressed; none: more bytes are needed. Fails with
    /// `tooLarge` or `malformed`. While less than `kFrameBytesMax` is allowed, that is also the
    /// limit of what is decompressed.
    Result<std::optional<std::string>> next();
    /// True while a frame has begun and not ended.
    bool isInsideFrame() const { return read_ < buffer_.size(); }

private:
    Result<std::optional<std::string>> cut();

    std::size_t frameBytesMax_;
    std::string buffer_;
    std::string prefix_;    ///< what the message before leaves to the next
    std::size_t read_ = 0;  ///< bytes of the buffer that were cut already
    std::optional<Error> fault_;
};

/// Parses a message within the limits of depth and size; `malformed` otherwise.
Result<Done> parseMessage(std::string_view bytes, google::protobuf::MessageLite& message);

}  // namespace liaison
