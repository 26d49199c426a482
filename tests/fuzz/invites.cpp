// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/trust/invite.h"
#include "shared/trust/qr.h"
#include "tests/fuzz/target.h"

namespace liaison::fuzz {

void runInvites(std::string_view bytes)
{
    const auto invite = Invite::parse(bytes);
    if (invite) {
        note("an invite");
        const auto code = invite->encode();
        promise(bool(code), "what was read can be written");
        const auto again = Invite::parse(*code);
        promise(again && *again == *invite, "an invite survives its code");
    }
    const auto matrix = qrMatrix(bytes);
    if (!matrix) return;
    note("a QR code");
    promise(matrix->size() >= 21 && matrix->size() <= 177, "a QR code has a size of the standard");
    promise(!terminalText(*matrix).empty(), "a QR code can be shown");
}

}  // namespace liaison::fuzz
