// SPDX-License-Identifier: GPL-3.0-or-later
#include "liaison/v1/sync.pb.h"
#include "shared/record/edit.h"
#include "shared/sync/frame.h"
#include "shared/sync/own_words.h"
#include "tests/fuzz/byte_source.h"
#include "tests/fuzz/target.h"

namespace liaison::fuzz {

namespace {

constexpr Instant kNow{std::chrono::milliseconds(1'789'372'800'000)};

/// A message that was taken goes through a frame unchanged.
void travel(const google::protobuf::MessageLite& message)
{
    FrameReader reader(kFrameBytesMax);
    reader.feed(frameOf(message));
    const auto came = reader.next();
    promise(came && *came && **came == message.SerializeAsString(), "a message survives its frame");
}

void look(const v1::Edits& edits)
{
    for (const v1::Entry& entry : edits.entries()) {
        if (entryIn(entry, kNow)) note("an entry");
    }
    static_cast<void>(ownVerdictsIn(edits.own()));
}

void look(const v1::Push& push)
{
    for (const std::string& bytes : push.edits()) {
        static_cast<void>(Edit::read(DeviceNumber{7}, bytes));
    }
    static_cast<void>(ownVerdictsIn(push.known()));
}

}  // namespace

void runMessages(std::string_view bytes)
{
    ByteSource source(bytes);
    const bool isFromDevice = source.byte() % 2 == 0;
    const std::string encoded = source.rest();
    v1::FromDevice up;
    v1::FromCentre down;
    if (isFromDevice ? !parseMessage(encoded, up) : !parseMessage(encoded, down)) return;
    note("a message");
    if (isFromDevice) {
        travel(up);
        look(up.push());
        for (const v1::Entry& entry : up.witness().entries()) {
            static_cast<void>(entryIn(entry, kNow));
        }
        return;
    }
    travel(down);
    look(down.edits());
    static_cast<void>(ownVerdictsIn(down.verdicts()));
    static_cast<void>(claimedInstant(down.welcome().clock()));
}

}  // namespace liaison::fuzz
