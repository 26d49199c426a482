// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sim/rights.h"

#include <map>
#include <set>
#include <tuple>

#include "liaison/v1/care.pb.h"

namespace liaison::sim {

namespace {

using Right = std::tuple<int, std::uint32_t, std::uint32_t>;

struct Rights {
    std::set<Right> read;
    std::set<Right> write;

    static void give(std::set<Right>& to, const v1::Roles& roles, std::uint32_t kind, int field)
    {
        for (const int role : roles.role()) {
            to.emplace(role, kind, static_cast<std::uint32_t>(field));
        }
    }

    Rights()
    {
        const auto* file = v1::Person::descriptor()->file();
        for (int i = 0; i < file->message_type_count(); ++i) {
            const auto& message = *file->message_type(i);
            if (!message.options().HasExtension(v1::kind)) continue;
            const v1::Kind& kind = message.options().GetExtension(v1::kind);
            for (int j = 0; j < message.field_count(); ++j) {
                const auto& options = message.field(j)->options().GetExtension(v1::field);
                const int number = message.field(j)->number();
                give(read, options.has_readers() ? options.readers() : kind.readers(),
                     kind.number(), number);
                give(write, options.has_writers() ? options.writers() : kind.writers(),
                     kind.number(), number);
            }
        }
    }
};

const Rights& rights()
{
    static const Rights read;
    return read;
}

}  // namespace

bool mayRead(v1::Role role, std::uint32_t kind, std::uint32_t field)
{
    return rights().read.contains({role, kind, field});
}

bool mayWrite(v1::Role role, std::uint32_t kind, std::uint32_t field)
{
    return rights().write.contains({role, kind, field});
}

}  // namespace liaison::sim
