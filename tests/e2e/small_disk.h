// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <sys/mount.h>

#include <fstream>
#include <string>

#include "tests/support/temp_folder.h"

namespace liaison::e2e {

/// A disk of its own, in memory, that can be filled to the last byte. Mounting needs root.
class SmallDisk {
public:
    explicit SmallDisk(const std::string& size)
    {
        const std::string options = "size=" + size;
        isMounted_ = ::mount("tmpfs", folder_.path().c_str(), "tmpfs", 0, options.c_str()) == 0;
    }
    SmallDisk(const SmallDisk&) = delete;
    SmallDisk& operator=(const SmallDisk&) = delete;
    ~SmallDisk()
    {
        if (isMounted_) ::umount2(folder_.path().c_str(), MNT_DETACH);
    }

    bool isMounted() const { return isMounted_; }
    const std::filesystem::path& path() const { return folder_.path(); }

    void fill() const
    {
        std::ofstream filler(folder_.file("filler"), std::ios::binary);
        for (std::size_t bytes = 1024 * 1024; bytes >= 4096; bytes /= 16) {
            const std::string block(bytes, 'f');
            while (filler.write(block.data(), std::streamsize(block.size())).flush()) {}
            filler.clear();
        }
    }
    void makeRoom() const { std::filesystem::remove(folder_.path() / "filler"); }

private:
    TempFolder folder_;
    bool isMounted_ = false;
};

}  // namespace liaison::e2e
