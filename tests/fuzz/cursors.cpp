// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/sync/cursor.h"
#include "tests/fuzz/byte_source.h"
#include "tests/fuzz/target.h"

namespace liaison::fuzz {

void runCursors(std::string_view bytes)
{
    const std::string secret(32, 's');
    if (opened(bytes, secret)) {
        note("a cursor");
        promise(!opened(bytes, std::string(32, 't')), "another centre opens no cursor of ours");
    } else {
        note("a cursor refused");
    }

    ByteSource source(bytes);
    Cursor cursor;
    cursor.epoch = source.two();
    cursor.sequence = source.two();
    const std::uint8_t place = source.byte();
    const std::uint8_t flip = source.byte();
    cursor.running = source.piece(8);
    cursor.view = source.rest();
    std::string text = sealed(cursor, secret);
    const auto again = opened(text, secret);
    promise(again && again->epoch == cursor.epoch && again->sequence == cursor.sequence &&
                again->view == cursor.view && again->running == cursor.running,
            "a cursor comes back as it was sealed");
    if (flip == 0) return;
    char& changed = text[place % text.size()];
    changed = static_cast<char>(static_cast<unsigned char>(changed) ^ flip);
    promise(!opened(text, secret), "a cursor that was changed is none");
}

}  // namespace liaison::fuzz
