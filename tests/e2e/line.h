// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

namespace liaison::e2e {

/// What the newest connection over a line has carried.
struct Traffic {
    std::uint64_t up = 0;           ///< bytes that reached the server's side
    std::uint64_t down = 0;         ///< bytes that reached the phone's side
    std::uint64_t held = 0;         ///< bytes the server sent that the line kept back
    std::uint64_t lost = 0;         ///< bytes of either side that went nowhere
    std::uint64_t recordsUp = 0;    ///< whole TLS records of `up`
    std::uint64_t recordsDown = 0;  ///< whole TLS records of `down`
    bool isOpen = false;
};

/// How a line behaves; for connections that begin, and for the one that is open.
struct Weather {
    std::optional<std::uint64_t> cutAfterUp;    ///< breaks after so many bytes up
    std::optional<std::uint64_t> cutAfterDown;  ///< breaks after so many bytes down
    std::optional<std::uint64_t> stopUpAfter;   ///< lets no more than so many bytes up
    std::optional<std::chrono::milliseconds> pauseAfterPiece;  ///< slow: so long after each KiB
    std::optional<std::uint64_t> holdDownAfterUp;  ///< once so many bytes are up, nothing goes down
    std::optional<std::uint64_t> cutAfterRecordsUp;    ///< breaks where that many TLS records end
    std::optional<std::uint64_t> cutAfterRecordsDown;  ///< breaks where that many TLS records end
    /// After so many bytes up, whatever either side says goes nowhere and neither is told: for this
    /// connection even in better weather.
    std::optional<std::uint64_t> loseAfterUp;
};

/// A stretch of network between phones and a server on this machine: carries TCP both ways, counts,
/// and breaks or holds back where it is told to.
class Line {
public:
    explicit Line(std::uint16_t serverPort);
    ~Line();

    std::uint16_t port() const { return port_; }
    std::string address() const { return "127.0.0.1:" + std::to_string(port_); }
    void leadTo(std::uint16_t serverPort);
    void set(const Weather& weather);
    /// Breaks what is open, forgets what was carried, and carries everything from now on.
    void mend();
    Traffic traffic();
    /// What the newest connection carried from its beginning to its end, which this waits for.
    Traffic whole();
    /// Connections that the weather broke.
    std::uint64_t cuts();
    /// Waits until the newest connection looks so; throws after kPatience.
    Traffic waitFor(const std::string& what, const std::function<bool(const Traffic&)>& holds);

private:
    struct Stretch;

    void carry();
    void accept();
    static bool lose(Stretch& stretch, int from);
    bool carryUp(Stretch& stretch);
    bool carryDown(Stretch& stretch);
    void note(const Stretch& stretch);
    void closeAll();

    std::uint16_t port_ = 0;
    int listener_ = -1;
    int wake_[2] = {-1, -1};
    std::mutex mutex_;
    std::condition_variable changed_;
    std::uint16_t serverPort_;
    Weather weather_;
    Traffic traffic_;
    std::uint64_t cuts_ = 0;
    bool mustBreak_ = false;
    bool isOver_ = false;
    std::vector<Stretch> stretches_;
    std::thread thread_;
};

}  // namespace liaison::e2e
