// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "tests/support/dice.h"

namespace liaison::sim {

/// What a disk writes at once: a write that the power cut interrupts is torn between sectors.
constexpr std::size_t kSectorBytes = 512;

/// A file of a virtual disk: what programs read from it, and what a power cut would leave of it.
class VirtualFile {
public:
    VirtualFile() = default;
    /// A file that holds these bytes, durable.
    explicit VirtualFile(std::string bytes) : durable_(bytes), present_(std::move(bytes)) {}

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
    struct Change {
        std::size_t offset = 0;
        std::string bytes;
        bool isResize = false;  ///< `offset` is the new size
    };

    static void apply(std::string& bytes, const Change& change);
    static void applyByChance(std::string& bytes, const Change& change, Dice& dice);

    std::string durable_;
    std::string present_;
    std::vector<Change> unsynced_;
};

}  // namespace liaison::sim
