// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/base/sha256.h"
#include "shared/sync/frame.h"
#include "tests/fuzz/byte_source.h"
#include "tests/fuzz/target.h"

namespace liaison::fuzz {

namespace {

/// What a reader made of a stream.
struct Read {
    std::vector<std::string> messages;
    ErrorCode fault = ErrorCode::empty;

    bool operator==(const Read&) const = default;
};

Read readIn(std::string_view stream, std::size_t chunk, std::size_t frameBytesMax)
{
    FrameReader reader(frameBytesMax);
    Read read;
    while (!stream.empty() && read.fault == ErrorCode::empty) {
        reader.feed(stream.substr(0, chunk));
        stream.remove_prefix(std::min(chunk, stream.size()));
        while (true) {
            const auto message = reader.next();
            if (!message) read.fault = message.error().code;
            if (!message || !*message) break;
            promise((*message)->size() <= kMessageBytesMax, "a message keeps to its limit");
            read.messages.push_back(**message);
        }
    }
    return read;
}

/// Frames whose lengths and checksums are right, of flags and bodies that are not: what is behind
/// the checksum is reached by a sender, who can count, and hardly by chance.
std::string framed(ByteSource& source)
{
    std::string stream;
    while (!source.isEmpty()) {
        std::string frame(1, static_cast<char>(source.byte()));
        frame += source.piece(source.two());
        frame += sha256(frame).substr(0, 4);
        for (int shift = 24; shift >= 0; shift -= 8) {
            stream += static_cast<char>((frame.size() >> shift) & 0xff);
        }
        stream += frame;
    }
    return stream;
}

}  // namespace

void runFrames(std::string_view bytes)
{
    ByteSource source(bytes);
    const std::uint8_t kind = source.byte();
    const std::size_t limit = kind % 3 == 0   ? kFrameBytesMaxUnknown
                              : kind % 3 == 1 ? kFrameBytesMaxGreeting
                                              : kFrameBytesMax;
    const std::string stream = kind >= 128 ? framed(source) : source.rest();

    const Read whole = readIn(stream, std::max<std::size_t>(stream.size(), 1), limit);
    const Read inPieces = readIn(stream, 1 + kind % 128 / 3, limit);

    promise(whole == inPieces, "it makes no difference in which pieces a stream comes");
    if (!whole.messages.empty()) note("a frame");
    if (whole.fault != ErrorCode::empty) note("a fault in a frame");
}

}  // namespace liaison::fuzz
