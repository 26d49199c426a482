// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

namespace liaison::fuzz {

/// One way into the program for bytes that nobody vouches for.
struct Target {
    const char* name;
    /// Puts back what the last input changed. Not a part of what is measured.
    void (*prepare)();
    /// Gives the bytes to the program and stops the process when a promise is broken.
    void (*run)(std::string_view bytes);
    /// What the corpus has to make happen at least once; see `note`.
    std::vector<std::string> shows;
};

/// Shows a target in the names of tests: by its own name, which is that of its corpus.
inline void PrintTo(const Target& target, std::ostream* out)
{
    *out << target.name;
}

const std::vector<Target>& targets();

/// Stops the process, as the bug that it is, when a promise is broken.
void promise(bool holds, const char* what);

/// Counts that something worth looking for happened, so that a corpus cannot be blind.
void note(const std::string& what);
const std::map<std::string, std::size_t>& noted();

inline void nothingToPrepare() {}

void runFrames(std::string_view bytes);
void runMessages(std::string_view bytes);
void runEdits(std::string_view bytes);
void runPatches(std::string_view bytes);
void runMerge(std::string_view bytes);
void prepareSaves();
void runSaves(std::string_view bytes);
void runInvites(std::string_view bytes);
void runCursors(std::string_view bytes);
void prepareCentreSession();
void runCentreSession(std::string_view bytes);
void prepareDeviceSession();
void runDeviceSession(std::string_view bytes);

}  // namespace liaison::fuzz
