// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sim/memory.h"

#include <sqlite3.h>

#include <array>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <new>

#if defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define LIAISON_SIM_MEMORY_IS_WATCHED
#endif
#endif

#ifdef LIAISON_SIM_MEMORY_IS_WATCHED

namespace liaison::sim {

void settleMemory() {}

}  // namespace liaison::sim

#else

namespace liaison::sim {

namespace {

constexpr std::size_t kStep = 16;
constexpr std::size_t kSmallMax = 1024;
constexpr std::size_t kPageStep = 512;
constexpr std::size_t kPooledMax = 9 * 1024;
constexpr std::size_t kSmallLists = kSmallMax / kStep;
constexpr std::size_t kLists = kSmallLists + (kPooledMax - kSmallMax) / kPageStep;
constexpr std::size_t kSlabBytes = 256 * 1024;

/// What stands before each piece; as long as the alignment that malloc promises.
struct alignas(16) Header {
    std::size_t size;  ///< of the piece, without this
};

struct Free {
    Free* next;
};

struct Pool {
    std::array<Free*, kLists> lists{};
    char* slab = nullptr;
    std::size_t left = 0;
};

// A piece goes back to the thread that gives it back; no list is ever shared.
constinit thread_local Pool pool;

std::size_t listOf(std::size_t size)
{
    if (size <= kSmallMax) return (size - 1) / kStep;
    return kSmallLists + (size - kSmallMax - 1) / kPageStep;
}

std::size_t roundedUp(std::size_t size)
{
    if (size == 0) return kStep;
    const std::size_t step = size <= kSmallMax ? kStep : kPageStep;
    return (size + step - 1) / step * step;
}

void* cut(std::size_t size)
{
    const std::size_t whole = sizeof(Header) + size;
    if (pool.left < whole) {
        pool.slab = static_cast<char*>(std::malloc(kSlabBytes));
        pool.left = pool.slab == nullptr ? 0 : kSlabBytes;
        if (pool.slab == nullptr) return nullptr;
    }
    auto* header = new (pool.slab) Header{size};
    pool.slab += whole;
    pool.left -= whole;
    return header + 1;
}

void* take(std::size_t asked)
{
    const std::size_t size = roundedUp(asked);
    if (size > kPooledMax) {
        void* whole = std::malloc(sizeof(Header) + size);
        return whole == nullptr ? nullptr : new (whole) Header{size} + 1;
    }
    Free*& list = pool.lists[listOf(size)];
    if (list == nullptr) return cut(size);
    Free* piece = list;
    list = piece->next;
    return piece;
}

std::size_t sizeOf(void* piece)
{
    return (static_cast<Header*>(piece) - 1)->size;
}

void give(void* piece)
{
    if (piece == nullptr) return;
    const std::size_t size = sizeOf(piece);
    if (size > kPooledMax) return std::free(static_cast<Header*>(piece) - 1);
    Free*& list = pool.lists[listOf(size)];
    list = new (piece) Free{list};
}

void* takeOther(void* piece, int asked)
{
    const auto size = static_cast<std::size_t>(asked);
    if (sizeOf(piece) >= size) return piece;
    void* other = take(size);
    if (other == nullptr) return nullptr;
    std::memcpy(other, piece, sizeOf(piece));
    give(piece);
    return other;
}

}  // namespace

void settleMemory()
{
    static const sqlite3_mem_methods methods = {
        [](int size) { return take(static_cast<std::size_t>(size)); },
        &give,
        &takeOther,
        [](void* piece) { return static_cast<int>(sizeOf(piece)); },
        [](int size) { return static_cast<int>(roundedUp(static_cast<std::size_t>(size))); },
        [](void*) { return SQLITE_OK; },
        [](void*) {},
        nullptr};
    static const int settled = sqlite3_config(SQLITE_CONFIG_MALLOC, &methods);
    static_cast<void>(settled);
}

}  // namespace liaison::sim

void* operator new(std::size_t size)
{
    void* piece = liaison::sim::take(size);
    if (piece == nullptr) throw std::bad_alloc();
    return piece;
}

void operator delete(void* piece) noexcept
{
    liaison::sim::give(piece);
}

void operator delete(void* piece, std::size_t) noexcept
{
    liaison::sim::give(piece);
}

#endif
