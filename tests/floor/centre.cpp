// SPDX-License-Identifier: GPL-3.0-or-later
#include <netinet/in.h>
#include <sys/socket.h>

#include <csignal>
#include <fstream>
#include <iostream>
#include <stdexcept>

#include "tests/floor/line.h"
#include "tests/floor/sides.h"
#include "tests/floor/store.h"

namespace liaison::floor {

namespace {

int listenOn(std::uint16_t& port)
{
    const int descriptor = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    auto* generic = reinterpret_cast<sockaddr*>(&address);
    socklen_t size = sizeof address;
    if (::bind(descriptor, generic, size) != 0 || ::listen(descriptor, 16) != 0 ||
        ::getsockname(descriptor, generic, &size) != 0) {
        throw std::runtime_error("cannot listen");
    }
    port = ntohs(address.sin_port);
    return descriptor;
}

void greet(Line& line, Store& store, std::uint64_t cursor)
{
    const std::uint64_t head = store.head();
    FloorFrame welcome;
    welcome.set_head(head);
    line.send(welcome);
    while (cursor < head) {
        const FloorFrame frame = store.after(cursor, kFrameEdits);
        line.send(frame);
        cursor += static_cast<std::uint64_t>(frame.edits_size());
    }
}

void converse(Line& line, Store& store)
{
    FloorFrame frame;
    while (line.receive(frame)) {
        if (frame.has_cursor()) {
            greet(line, store, frame.cursor());
            continue;
        }
        FloorFrame answer;
        if (frame.ping() != 0) {
            answer.set_ping(frame.ping());
            answer.set_statements(store.statements());
        } else {
            store.apply(frame, 0);
            answer.set_applied(frame.first_n() + static_cast<std::uint64_t>(frame.edits_size()) -
                               1);
        }
        line.send(answer);
    }
}

}  // namespace

void serve(const std::filesystem::path& folder, const std::filesystem::path& portFile)
{
    std::signal(SIGPIPE, SIG_IGN);
    Store store(folder / "floor.db");
    const auto context = makeContext(TLS_server_method());
    std::uint16_t port = 0;
    const int listener = listenOn(port);
    std::ofstream(portFile) << port << "\n";
    while (true) {
        const int accepted = ::accept4(listener, nullptr, nullptr, SOCK_CLOEXEC);
        if (accepted < 0) continue;
        try {
            Line line(context.get(), accepted, Line::kAccepted);
            converse(line, store);
        } catch (const std::exception& failure) {
            std::cerr << "liaison-floor: " << failure.what() << "\n";
        }
    }
}

}  // namespace liaison::floor
