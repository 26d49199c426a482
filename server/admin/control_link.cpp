// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/admin/control_link.h"

#include <sys/socket.h>
#include <sys/time.h>
#include <sys/un.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>

#include "server/admin/control_address.h"
#include "shared/base/system_error.h"
#include "shared/sync/frame.h"

namespace liaison {

namespace {

constexpr int kPatienceSeconds = 60;

class Socket {
public:
    explicit Socket(int number) : number_(number) {}
    Socket(const Socket&) = delete;
    Socket& operator=(const Socket&) = delete;
    ~Socket()
    {
        if (number_ >= 0) ::close(number_);
    }
    int number() const { return number_; }

private:
    int number_;
};

/// True when connected, false when nobody listens.
Result<bool> connectTo(const Socket& socket, const std::string& path)
{
    if (socket.number() < 0) return systemError(errno, "socket");
    const timeval patience{kPatienceSeconds, 0};
    ::setsockopt(socket.number(), SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    ::setsockopt(socket.number(), SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    std::strncpy(address.sun_path, path.c_str(), sizeof address.sun_path - 1);
    const auto* generic = reinterpret_cast<const sockaddr*>(&address);
    if (::connect(socket.number(), generic, sizeof address) == 0) return true;
    if (errno == ENOENT || errno == ECONNREFUSED) return false;
    return systemError(errno, "control");
}

Result<Done> sendAll(const Socket& socket, std::string_view bytes)
{
    while (!bytes.empty()) {
        const ssize_t sent = ::send(socket.number(), bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (sent < 0 && errno == EINTR) continue;
        if (sent < 0) return systemError(errno, "control");
        bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
    return done();
}

Result<v1::AdminAnswer> receiveAnswer(const Socket& socket)
{
    FrameReader frames(kFrameBytesMax);
    std::array<char, 16 * 1024> buffer;
    while (true) {
        const Result<std::optional<std::string>> bytes = frames.next();
        if (!bytes) return bytes.error();
        if (*bytes) {
            v1::AdminAnswer answer;
            const Result<Done> parsed = parseMessage(**bytes, answer);
            if (!parsed) return parsed.error();
            return answer;
        }
        const ssize_t size = ::recv(socket.number(), buffer.data(), buffer.size(), 0);
        if (size < 0 && errno == EINTR) continue;
        if (size < 0) return systemError(errno, "control");
        if (size == 0) return Error{ErrorCode::stopping, "the server ended without an answer"};
        frames.feed({buffer.data(), static_cast<std::size_t>(size)});
    }
}

}  // namespace

Result<std::optional<v1::AdminAnswer>> askRunningServer(const std::filesystem::path& folder,
                                                        const v1::AdminRequest& request)
{
    const Result<ControlAddress> address = ControlAddress::of(folder);
    if (!address && address.error().code == ErrorCode::notFound)
        return std::optional<v1::AdminAnswer>();
    if (!address) return address.error();
    const Socket socket(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
    const Result<bool> isConnected = connectTo(socket, address->path());
    if (!isConnected) return isConnected.error();
    if (!*isConnected) return std::optional<v1::AdminAnswer>();
    if (Result<Done> sent = sendAll(socket, frameOf(request)); !sent) return sent.error();
    Result<v1::AdminAnswer> answer = receiveAnswer(socket);
    if (!answer) return answer.error();
    return std::optional(*std::move(answer));
}

}  // namespace liaison
