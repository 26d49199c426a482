// SPDX-License-Identifier: GPL-3.0-or-later
#include <fstream>

#include "shared/base/bytes.h"
#include "shared/base/error_code.h"
#include "shared/base/sha256.h"
#include "tests/e2e/region.h"
#include "tests/support/made_file.h"

namespace liaison::e2e {

class FilesTravel : public Region {
protected:
    std::string write(const std::string& name, const std::string& bytes)
    {
        const std::string path = folder.file(name);
        std::ofstream(path, std::ios::binary) << bytes;
        return path;
    }

    static std::string read(const std::filesystem::path& path)
    {
        std::ifstream stream(path, std::ios::binary);
        return {std::istreambuf_iterator<char>(stream), {}};
    }

    static json answer(const Outcome& outcome)
    {
        EXPECT_EQ(outcome.exitCode, 0) << outcome.err;
        return json::parse(outcome.out);
    }

    /// The row of `files` about this field of an attachment.
    static json fileOf(const Phone& phone, const std::string& field)
    {
        const json listed = answer(phone.command({"files", "--json"}));
        for (const json& file : listed.at("files")) {
            if (file.at("field") == field) return file;
        }
        return {};
    }

    Phone writer = joined("nurse", "Anne Morel");
    Phone reader = joined("nurse", "Paul Girard");
    std::string person = writer.create("Person", somePerson());
};

TEST_F(FilesTravel, FromOnePhoneOverTheServerToAnotherThumbnailFirst)
{
    const std::string path = LIAISON_SOURCE_DIR "/docs/pictures/aujourdhui.png";
    const std::string picture = read(path);
    const json saved = answer(writer.command({"attach", person, path, "--caption", "Le talon"}));
    EXPECT_EQ(saved.at("sha256"), toHex(sha256(picture)));
    EXPECT_EQ(fileOf(writer, "content").at("state"), "on_this_device");

    writer.sync();
    reader.sync();

    EXPECT_EQ(fileOf(writer, "content").at("state"), "received_by_centre");
    EXPECT_FALSE(fileOf(writer, "content").at("confirmed_at").is_null());
    EXPECT_EQ(fileOf(reader, "content").at("state"), "to_fetch");
    EXPECT_EQ(fileOf(reader, "thumbnail").at("state"), "complete");
    EXPECT_LE(fileOf(reader, "thumbnail").at("size").get<int>(), 32'768);
    const std::string hash = saved.at("sha256");
    answer(reader.command({"fetch", hash, "--to", folder.file("fetched.png")}));
    EXPECT_EQ(read(folder.file("fetched.png")), picture);
    EXPECT_EQ(fileOf(reader, "content").at("state"), "complete");
}

TEST_F(FilesTravel, WithoutThePlaceAndTheDeviceThatTheCameraWroteBesideThePicture)
{
    const std::string secret = "Exif, GPS 48.8566N 2.3522E, Pixel 8";
    const std::string plain = madePicture(60'000, 4);
    const std::string notes =
        std::string("\xff\xe1\0", 3) + static_cast<char>(secret.size() + 2) + secret;
    const std::string photo = plain.substr(0, 2) + notes + plain.substr(2) + secret;

    const json saved = answer(writer.command({"attach", person, write("photo.jpg", photo)}));
    writer.sync();
    reader.sync();
    answer(reader.command({"fetch", saved.at("sha256"), "--to", folder.file("fetched.jpg")}));

    EXPECT_EQ(saved.at("size"), plain.size());
    EXPECT_EQ(read(folder.file("fetched.jpg")), plain);
}

TEST_F(FilesTravel, OverALineThatBreaksAgainAndAgain)
{
    const std::string picture = madePicture(600'000, 1);
    const json saved = answer(writer.command({"attach", person, write("photo.jpg", picture)}));
    std::size_t parts = 0;
    for (int cut = 0; cut < 4; ++cut) {
        line.set({.cutAfterUp = 150'000});
        EXPECT_NE(writer.command({"sync"}).exitCode, 0);
        line.mend();
        parts += fileOf(writer, "content").at("state") == "sending" ? 1 : 0;
    }
    EXPECT_GT(parts, 1u);
    writer.sync();
    EXPECT_EQ(fileOf(writer, "content").at("state"), "received_by_centre");

    reader.sync();
    parts = 0;
    const std::vector<std::string> fetch = {"fetch", saved.at("sha256"), "--to",
                                            folder.file("fetched.jpg")};
    for (int cut = 0; cut < 3; ++cut) {
        line.set({.cutAfterDown = 150'000});
        EXPECT_NE(reader.command(fetch).exitCode, 0);
        line.mend();
        parts += fileOf(reader, "content").at("state") == "fetching" ? 1 : 0;
    }
    EXPECT_GT(parts, 1u);
    answer(reader.command(fetch));
    EXPECT_EQ(read(folder.file("fetched.jpg")), picture);
}

TEST_F(FilesTravel, ThroughKillsOfBothEndsOnTheWay)
{
    const std::string picture = madePicture(900'000, 2);
    answer(writer.command({"attach", person, write("photo.jpg", picture)}));
    line.set({.pauseAfterPiece = std::chrono::milliseconds(2)});
    for (int kill = 0; kill < 3; ++kill) {
        Process sending = writer.begin({"sync"});
        line.waitFor("some of it is up",
                     [](const Traffic& traffic) { return traffic.up > 100'000; });
        sending.kill();
        restart();
    }
    line.mend();

    writer.sync();

    EXPECT_EQ(fileOf(writer, "content").at("state"), "received_by_centre");
    expectAgreement(writer, writer, "nurse");
}

TEST_F(FilesTravel, AndWaitOnTheirPhoneWhileTheCentreHasNoRoom)
{
    const auto limit = [&](const std::string& size) {
        return answer(server.command({"centre", "limit", "CRT Les Tilleuls", size, "--json"}));
    };
    limit("100kB");
    const std::string picture = madePicture(150'000, 5);
    answer(writer.command({"attach", person, write("photo.jpg", picture)}));
    writer.sync();

    const json waiting = fileOf(writer, "content");
    EXPECT_EQ(waiting.at("state"), "on_this_device");
    EXPECT_EQ(waiting.at("declined"), "diskFull");
    const std::string told = writer.command({"files"}).out;
    EXPECT_NE(told.find("waits for room at the centre\n"), std::string::npos) << told;
    EXPECT_NE(told.find("stays on this device"), std::string::npos) << told;
    expectAgreement(writer, writer, "nurse");

    EXPECT_EQ(limit("1MB").at("files").at("limit"), 1'000'000);
    writer.sync();

    EXPECT_EQ(fileOf(writer, "content").at("state"), "received_by_centre");
    EXPECT_TRUE(fileOf(writer, "content").at("declined").is_null());
    EXPECT_EQ(writer.command({"files"}).out.find("room"), std::string::npos);
    const json status = answer(server.command({"status", "CRT Les Tilleuls", "--json"}));
    EXPECT_GE(status.at("files").at("bytes"), 150'000);
    EXPECT_EQ(status.at("files").at("incomplete"), 0);
}

TEST_F(FilesTravel, OnlyWhenTheyAreOfAKindAndSizeThatIsKept)
{
    const auto codeOf = [&](const std::string& path) {
        return writer.command({"attach", person, path}).exitCode;
    };

    EXPECT_EQ(codeOf(write("page.html", "<html>")), static_cast<int>(ErrorCode::outOfRange));
    EXPECT_EQ(codeOf(write("empty.jpg", "")), static_cast<int>(ErrorCode::empty));
    EXPECT_EQ(codeOf(write("large.jpg", madePicture(20 * 1024 * 1024 + 1, 3))),
              static_cast<int>(ErrorCode::tooLarge));
    EXPECT_EQ(codeOf(folder.file("none.jpg")), static_cast<int>(ErrorCode::notFound));
    const std::string unknown(64, 'a');
    const Outcome fetched = writer.command({"fetch", unknown, "--to", folder.file("x")});
    EXPECT_EQ(fetched.exitCode, static_cast<int>(ErrorCode::notFound));
}

}  // namespace liaison::e2e
