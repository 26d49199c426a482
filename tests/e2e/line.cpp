// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/e2e/line.h"

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <stdexcept>

#include "tests/e2e/process.h"
#include "tests/e2e/tls_records.h"

namespace liaison::e2e {

namespace {

constexpr std::size_t kPieceBytes = 1024;

sockaddr_in loopback(std::uint16_t port)
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = htons(port);
    return address;
}

int socketTo(std::uint16_t port)
{
    const int made = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const sockaddr_in address = loopback(port);
    if (::connect(made, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0) {
        return made;
    }
    ::close(made);
    return -1;
}

/// Writes all of it, waiting for a slow reader; false when nobody reads any more.
bool pass(int target, const char* bytes, std::size_t count)
{
    while (count > 0) {
        const ssize_t sent = ::send(target, bytes, count, MSG_NOSIGNAL);
        if (sent <= 0) return false;
        bytes += sent;
        count -= static_cast<std::size_t>(sent);
    }
    return true;
}

std::size_t allowed(const std::optional<std::uint64_t>& limit, std::uint64_t so)
{
    if (!limit) return kPieceBytes;
    return *limit > so ? std::min<std::size_t>(kPieceBytes, *limit - so) : 0;
}

}  // namespace

/// One connection through the line.
struct Line::Stretch {
    int phone = -1;
    int server = -1;
    std::uint64_t up = 0;
    std::uint64_t down = 0;
    std::uint64_t held = 0;
    std::uint64_t lost = 0;
    TlsRecords recordsUp;
    TlsRecords recordsDown;
    bool isDead = false;  ///< nothing gets through, and neither side is told
    bool isNewest = true;
    bool wasCut = false;

    void close() const
    {
        ::close(phone);
        ::close(server);
    }
};

Line::Line(std::uint16_t serverPort) : serverPort_(serverPort)
{
    listener_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address = loopback(0);
    socklen_t size = sizeof address;
    auto* raw = reinterpret_cast<sockaddr*>(&address);
    if (::bind(listener_, raw, size) != 0 || ::listen(listener_, 64) != 0 ||
        ::getsockname(listener_, raw, &size) != 0 || ::pipe2(wake_, O_CLOEXEC) != 0) {
        throw std::runtime_error("no line could be laid");
    }
    port_ = ntohs(address.sin_port);
    thread_ = std::thread([this] { carry(); });
}

Line::~Line()
{
    {
        const std::lock_guard lock(mutex_);
        isOver_ = true;
    }
    (void)!::write(wake_[1], "!", 1);
    thread_.join();
    closeAll();
    for (const int descriptor : {listener_, wake_[0], wake_[1]}) {
        ::close(descriptor);
    }
}

void Line::leadTo(std::uint16_t serverPort)
{
    const std::lock_guard lock(mutex_);
    serverPort_ = serverPort;
}

void Line::set(const Weather& weather)
{
    const std::lock_guard lock(mutex_);
    weather_ = weather;
    (void)!::write(wake_[1], "!", 1);
}

void Line::mend()
{
    std::unique_lock lock(mutex_);
    weather_ = {};
    mustBreak_ = true;
    (void)!::write(wake_[1], "!", 1);
    changed_.wait(lock, [&] { return !mustBreak_; });
}

Traffic Line::traffic()
{
    const std::lock_guard lock(mutex_);
    return traffic_;
}

std::uint64_t Line::cuts()
{
    const std::lock_guard lock(mutex_);
    return cuts_;
}

Traffic Line::whole()
{
    return waitFor("the end of a connection", [](const Traffic& so) { return !so.isOpen; });
}

Traffic Line::waitFor(const std::string& what, const std::function<bool(const Traffic&)>& holds)
{
    std::unique_lock lock(mutex_);
    if (!changed_.wait_for(lock, kPatience, [&] { return holds(traffic_); })) {
        throw std::runtime_error("waited in vain for " + what);
    }
    return traffic_;
}

void Line::accept()
{
    const int phone = ::accept4(listener_, nullptr, nullptr, SOCK_CLOEXEC);
    if (phone < 0) return;
    const int server = socketTo(serverPort_);
    if (server < 0) {
        ::close(phone);
        return;
    }
    for (Stretch& older : stretches_) {
        older.isNewest = false;
    }
    Stretch& stretch = stretches_.emplace_back();
    stretch.phone = phone;
    stretch.server = server;
    note(stretch);
}

bool Line::lose(Stretch& stretch, int from)
{
    char bytes[kPieceBytes];
    const ssize_t count = ::recv(from, bytes, sizeof bytes, 0);
    stretch.lost += count > 0 ? static_cast<std::uint64_t>(count) : 0;
    return count > 0;
}

bool Line::carryUp(Stretch& stretch)
{
    if (stretch.isDead) return lose(stretch, stretch.phone);
    char bytes[kPieceBytes];
    std::size_t room = std::min(allowed(weather_.cutAfterUp, stretch.up),
                                allowed(weather_.stopUpAfter, stretch.up));
    if (weather_.loseAfterUp) room = std::min(room, allowed(weather_.loseAfterUp, stretch.up));
    const ssize_t count = room == 0 ? 0 : ::recv(stretch.phone, bytes, room, 0);
    const auto got = static_cast<std::size_t>(std::max<ssize_t>(count, 0));
    const std::size_t taken = stretch.recordsUp.pass({bytes, got}, weather_.cutAfterRecordsUp);
    const bool isPassed = count > 0 && pass(stretch.server, bytes, taken);
    if (isPassed) stretch.up += taken;
    stretch.isDead = weather_.loseAfterUp && stretch.up >= *weather_.loseAfterUp;
    const auto& records = weather_.cutAfterRecordsUp;
    stretch.wasCut = (weather_.cutAfterUp && stretch.up >= *weather_.cutAfterUp) ||
                     (records && stretch.recordsUp.ended() >= *records);
    return isPassed && !stretch.wasCut;
}

bool Line::carryDown(Stretch& stretch)
{
    if (stretch.isDead) return lose(stretch, stretch.server);
    char bytes[kPieceBytes];
    const bool isHeld = weather_.holdDownAfterUp && stretch.up >= *weather_.holdDownAfterUp;
    const std::size_t room = isHeld ? kPieceBytes : allowed(weather_.cutAfterDown, stretch.down);
    const ssize_t count = room == 0 ? 0 : ::recv(stretch.server, bytes, room, 0);
    if (isHeld) {
        stretch.held += count > 0 ? static_cast<std::uint64_t>(count) : 0;
        return count > 0;
    }
    const auto got = static_cast<std::size_t>(std::max<ssize_t>(count, 0));
    const std::size_t taken = stretch.recordsDown.pass({bytes, got}, weather_.cutAfterRecordsDown);
    const bool isPassed = count > 0 && pass(stretch.phone, bytes, taken);
    if (isPassed) stretch.down += taken;
    const auto& records = weather_.cutAfterRecordsDown;
    stretch.wasCut = (weather_.cutAfterDown && stretch.down >= *weather_.cutAfterDown) ||
                     (records && stretch.recordsDown.ended() >= *records);
    return isPassed && !stretch.wasCut;
}

void Line::note(const Stretch& stretch)
{
    if (!stretch.isNewest) return;
    traffic_ = {stretch.up,
                stretch.down,
                stretch.held,
                stretch.lost,
                stretch.recordsUp.ended(),
                stretch.recordsDown.ended(),
                true};
}

void Line::closeAll()
{
    for (const Stretch& stretch : stretches_) {
        stretch.close();
    }
    stretches_.clear();
    traffic_ = {};
}

void Line::carry()
{
    while (true) {
        std::chrono::milliseconds pause{0};
        std::vector<pollfd> watched = {{wake_[0], POLLIN, 0}, {listener_, POLLIN, 0}};
        {
            const std::lock_guard lock(mutex_);
            if (!stretches_.empty()) pause = weather_.pauseAfterPiece.value_or(pause);
            for (const Stretch& stretch : stretches_) {
                const bool isStopped = weather_.stopUpAfter && stretch.up >= *weather_.stopUpAfter;
                watched.push_back({stretch.phone, static_cast<short>(isStopped ? 0 : POLLIN), 0});
                watched.push_back({stretch.server, POLLIN, 0});
            }
        }
        ::poll(watched.data(), watched.size(), -1);
        std::this_thread::sleep_for(pause);
        const std::lock_guard lock(mutex_);
        char woken[16];
        if (watched[0].revents) (void)!::read(wake_[0], woken, sizeof woken);
        if (isOver_) return;
        for (std::size_t index = stretches_.size(); index-- > 0;) {
            Stretch& stretch = stretches_[index];
            const bool isUp = !watched[2 + 2 * index].revents || carryUp(stretch);
            const bool isDown = !isUp || !watched[3 + 2 * index].revents || carryDown(stretch);
            note(stretch);
            if (isUp && isDown) continue;
            cuts_ += stretch.wasCut ? 1 : 0;
            if (stretch.isNewest) traffic_.isOpen = false;
            stretch.close();
            stretches_.erase(stretches_.begin() + static_cast<std::ptrdiff_t>(index));
        }
        if (mustBreak_) closeAll();
        mustBreak_ = false;
        if (watched[1].revents) accept();
        changed_.notify_all();
    }
}

}  // namespace liaison::e2e
