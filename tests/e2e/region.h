// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gtest/gtest.h>

#include <string>

#include "tests/e2e/line.h"
#include "tests/e2e/phone.h"
#include "tests/e2e/server.h"
#include "tests/support/temp_folder.h"

namespace liaison::e2e {

/// A centre, its server, and a line that its phones reach it by; all of it in a folder of its own.
class Region : public testing::Test {
protected:
    Region()
    {
        server.addCentre(line.address());
        start();
    }

    /// Starts the server (again) and leads the line to it.
    void start()
    {
        server.start();
        line.leadTo(server.port());
    }

    void restart()
    {
        server.kill();
        start();
    }

    Phone phone(const std::string& name) const { return Phone(folder.path(), name); }

    /// A phone whose owner has been taken in.
    Phone joined(const std::string& role, const std::string& name)
    {
        const Phone made = phone(name);
        made.join(role == "supervisor" ? server.supervisorCode() : server.invite(role, name));
        return made;
    }

    /// Both phones and the centre hold the same, and nothing waits.
    void expectAgreement(const Phone& left, const Phone& right, const std::string& role)
    {
        const json one = left.status();
        const json other = right.status();
        EXPECT_EQ(one.at("waiting"), 0);
        EXPECT_EQ(other.at("waiting"), 0);
        EXPECT_EQ(one.at("digest"), other.at("digest"));
        EXPECT_EQ(one.at("digest"), server.digest(role));
    }

    TempFolder folder;
    Line line{0};
    Server server{folder.path()};
};

/// A person of whom the other records of a test are.
inline json somePerson()
{
    return {{"family_name", "Bonnet"}, {"given_name", "Colette"}, {"gir", 4}};
}

inline json transmissionAbout(const std::string& person, const std::string& text)
{
    return {{"person", person}, {"at", "2026-09-14T08:42:00+02:00"}, {"data", text}};
}

}  // namespace liaison::e2e
