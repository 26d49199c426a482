// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <google/protobuf/message_lite.h>

#include <optional>
#include <string>
#include <string_view>

#include "shared/base/result.h"

namespace liaison {

// A frame: 4 bytes of length, big endian, of what follows; 1 byte of flags (bit 0: the message is a
// zstd frame with its content size); one encoded protobuf message.

constexpr std::size_t kFrameBytesMaxUnknown = 4 * 1024;        ///< from a key nobody knows
constexpr std::size_t kFrameBytesMaxGreeting = 64 * 1024;      ///< before Welcome
constexpr std::size_t kFrameBytesMax = 1024 * 1024;            ///< after it
constexpr std::size_t kMessageBytesMax = 4 * 1024 * 1024;      ///< uncompressed
constexpr std::size_t kInflationMax = 50;                      ///< times the compressed bytes
constexpr int kMessageDepthMax = 16;

/// The bytes that carry a message; compressed where that makes them fewer.
std::string frameOf(const google::protobuf::MessageLite& message);

/// Cuts an incoming stream of bytes into the messages its frames carry.
///
/// The buffer grows with what arrives and never with what a length announces. A fault is final:
/// the connection has to be closed.
class FrameReader {
public:
    explicit FrameReader(std::size_t frameBytesMax) : frameBytesMax_(frameBytesMax) {}

    /// A conversation that has come further may send larger frames.
    void allow(std::size_t frameBytesMax) { frameBytesMax_ = frameBytesMax; }
    void feed(std::string_view bytes) { buffer_.append(bytes); }
    /// The next whole message, decompressed; none: more bytes are needed. Fails with `tooLarge` or
    /// `malformed`.
    Result<std::optional<std::string>> next();
    /// True while a frame has begun and not ended.
    bool isInsideFrame() const { return !buffer_.empty(); }

private:
    std::size_t frameBytesMax_;
    std::string buffer_;
};

/// Parses a message within the limits of depth and size; `malformed` otherwise.
Result<Done> parseMessage(std::string_view bytes, google::protobuf::MessageLite& message);

}  // namespace liaison
