// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tests/support/dice.h"

namespace liaison::sim {

/// What a disk writes at once: a write that the power cut interrupts is torn between sectors.
constexpr std::size_t kSectorBytes = 512;

/// A file of a virtual disk: what programs read from it, and what a power cut would leave of it.
///
/// Kept are the present bytes and what each write since the last sync took away, so that a sync has
/// nothing to do and only a power cut goes back through them.
class VirtualFile {
public:
    VirtualFile() = default;
    /// A file that holds these bytes, durable.
    explicit VirtualFile(std::string bytes) : present_(std::move(bytes)) {}

    const std::string& bytes() const { return present_; }
    std::size_t size() const { return present_.size(); }

    void write(std::size_t offset, std::string_view bytes);
    void resize(std::size_t size);
    /// Everything written so far survives a power cut.
    void sync();
    /// A sync that failed, as on Linux: of what was not synced chance keeps a part, and no later
    /// sync asks for the rest again.
    void failSync(Dice& dice);
    /// What the power cut leaves: each write that was not synced is there, gone or torn; or the
    /// disk had come to the end of them all by itself.
    std::string afterPowerCut(Dice& dice) const;
    bool isSynced() const { return unsynced_.empty(); }

private:
    /// A write at `offset`, or a change of the size.
    struct Change {
        std::size_t offset = 0;
        std::size_t size = 0;  ///< of what was written; of the file, when it was resized
        bool isResize = false;
        std::size_t sizeBefore = 0;
        std::string before{};  ///< what stood there
    };
    /// The file before the changes that are not synced, and what each of them wrote.
    struct Past {
        std::string durable;
        std::vector<std::string> written;
    };

    Past past() const;
    static void apply(std::string& bytes, const Change& change, std::string_view written);
    static void applyByChance(std::string& bytes, const Change& change, std::string_view written,
                              Dice& dice);

    std::string present_;
    std::vector<Change> unsynced_;
    /// What the disk has, where a sync that failed lost what is still read here.
    std::optional<std::string> apart_;
};

}  // namespace liaison::sim
