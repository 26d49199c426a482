// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstdio>
#include <cstdlib>

#include "tests/fuzz/target.h"

namespace liaison::fuzz {

namespace {

std::map<std::string, std::size_t>& counts()
{
    static std::map<std::string, std::size_t> all;
    return all;
}

}  // namespace

const std::vector<Target>& targets()
{
    static const std::vector<Target> all = {
        {"frames", nothingToPrepare, runFrames, {"a frame", "a fault in a frame"}},
        {"messages", nothingToPrepare, runMessages, {"a message", "an entry"}},
        {"edits", nothingToPrepare, runEdits, {"an edit"}},
        {"patches", nothingToPrepare, runPatches, {"a patch", "a state"}},
        {"merge", nothingToPrepare, runMerge, {"two edits of one record", "a value replaced"}},
        {"saves", prepareSaves, runSaves, {"a save", "a save refused"}},
        {"invites", nothingToPrepare, runInvites, {"an invite", "a QR code"}},
        {"cursors", nothingToPrepare, runCursors, {"a cursor", "a cursor refused"}},
        {"centre_session",
         prepareCentreSession,
         runCentreSession,
         {"a greeting", "a commit", "an answer", "a conversation ended"}},
        {"device_session",
         prepareDeviceSession,
         runDeviceSession,
         {"a welcome", "a page", "a verdict", "a conversation ended"}},
    };
    return all;
}

void promise(bool holds, const char* what)
{
    if (holds) return;
    std::fprintf(stderr, "broken promise: %s\n", what);
    std::abort();
}

void note(const std::string& what)
{
    ++counts()[what];
}

const std::map<std::string, std::size_t>& noted()
{
    return counts();
}

}  // namespace liaison::fuzz
