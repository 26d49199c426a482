// SPDX-License-Identifier: GPL-3.0-or-later
//
// Writes the corpora that fuzzing begins with, from a real conversation: liaison-fuzz-seeds FOLDER.
#include <filesystem>
#include <fstream>
#include <iostream>

#include "shared/base/bytes.h"
#include "shared/base/sha256.h"
#include "shared/sync/cursor.h"
#include "shared/sync/frame.h"
#include "shared/trust/invite.h"
#include "tests/fuzz/sequence.h"
#include "tests/fuzz/target.h"
#include "tests/fuzz/world.h"

namespace liaison::fuzz {

namespace {

namespace fs = std::filesystem;

/// Keeps inputs under the names of their own bytes.
class SeedFolder {
public:
    explicit SeedFolder(fs::path path) : path_(std::move(path)) {}

    void keep(const std::string& target, const std::string& bytes) const
    {
        fs::create_directories(path_ / target);
        const std::string name = toHex(sha256(bytes)).substr(0, 16);
        std::ofstream(path_ / target / name, std::ios::binary) << bytes;
    }

private:
    fs::path path_;
};

/// The frame as the target takes it that puts length and checksum there itself.
std::string unframed(const std::string& frame)
{
    const std::string body = frame.substr(5, frame.size() - 9);
    return std::string(1, '\x80') + frame[4] + static_cast<char>(body.size() >> 8) +
           static_cast<char>(body.size() & 0xff) + body;
}

template <typename Messages>
std::string told(const Messages& messages, unsigned flags)
{
    std::vector<Step> steps;
    for (const auto& message : messages) {
        steps.push_back({flags, message.SerializeAsString()});
    }
    return bytesOf(steps);
}

void keepConversation(const SeedFolder& folder, const Conversation& conversation)
{
    std::string up;
    std::string down;
    for (const v1::FromDevice& message : conversation.up) {
        folder.keep("messages", std::string(1, '\0') + message.SerializeAsString());
        const std::string frame = frameOf(message);
        folder.keep("frames", std::string(1, '\x02') + frame);
        folder.keep("frames", unframed(frame));
        up += frameOf(message);
        for (const std::string& edit : message.push().edits()) {
            folder.keep("edits", edit);
            v1::Edit read;
            if (!read.ParseFromString(edit)) continue;
            for (const v1::Change& change : read.changes()) {
                folder.keep("patches", change.patch());
            }
        }
    }
    for (const v1::FromCentre& message : conversation.down) {
        folder.keep("messages", std::string(1, '\1') + message.SerializeAsString());
        down += frameOf(message);
        for (const v1::Entry& entry : message.edits().entries()) {
            folder.keep("edits", entry.edit());
        }
    }
    folder.keep("frames", std::string(1, '\x0b') + up);
    folder.keep("frames", std::string(1, '\x0e') + down);
    folder.keep("frames", std::string(1, '\0') + up.substr(0, up.size() - 3) + "\xff\xff\xff\xff");
    folder.keep("frames", std::string("\x02\xff\xff\xff\xff", 5));
    for (const unsigned flags : {0u, Step::kFitting, Step::kReconnect | Step::kFitting}) {
        folder.keep("centre_session", told(conversation.up, flags));
        folder.keep("device_session", told(conversation.down, flags));
    }
    folder.keep("device_session", told(conversation.down, Step::kSave));
    folder.keep("centre_session", told(conversation.down, 0));
    folder.keep("device_session", told(conversation.up, 0));
}

void keepStates(const SeedFolder& folder)
{
    v1::RecordState state;
    state.set_kind(2);
    auto* standing = state.add_standing();
    standing->mutable_dot()->set_device(7);
    standing->mutable_dot()->set_n(1);
    standing->mutable_dot()->set_hash(9);
    standing->set_shown_as(5);
    standing->set_patch("\x0a\x01x");
    folder.keep("patches", state.SerializeAsString());
    // Three edits of a record: a value, another one, and one that replaces both.
    const std::string value(
        "\x0a\x03"
        "abc",
        5);
    std::string three;
    for (const char author : {'\0', '\1'}) {
        three += std::string(1, author) + std::string("\0\x09\x05", 3) + value + '\0';
    }
    folder.keep("merge", three);
    three += std::string("\2\0\x0a\x05", 4) + value + std::string("\2\0\1\1\1", 5);
    folder.keep("merge", three);
}

void keepTexts(const SeedFolder& folder)
{
    for (const char* text :
         {R"({"changes":[{"kind":"Person","set":{"family_name":"Bonnet","gir":4}}]})",
          R"({"changes":[{"kind":"Person","record":"new:p","set":{"family_name":"B",)"
          R"("birth_date":{"year":1938,"month":5},"address":{"city":"Angers"}}},)"
          R"({"kind":"Vitals","set":{"person":"new:p","at":"2026-09-14T10:42:00+02:00",)"
          R"("temperature":37,"blood_pressure":{"systolic":135,"diastolic":80}}}]})",
          R"({"changes":[{"kind":"Person","set":{"gir":"four"}}]})",
          R"({"changes":[{"kind":"Animal"}]})",
          R"({"changes":[{"kind":"Person","set":{"family_name":"<b>\u0000\u202e"},)"
          R"("clear":["gir"]}]})",
          R"([[[[[[[[[[{"changes":1e999}]]]]]]]]]])"}) {
        folder.keep("saves", text);
    }
    Invite invite;
    invite.addresses = {"127.0.0.1:7443", "[::1]:7443"};
    invite.id = std::string(16, 'i');
    invite.secret = std::string(16, 's');
    invite.pins = {std::string(32, 'p')};
    invite.expiresAt = Instant(std::chrono::seconds(1'790'000'000));
    invite.centreName = "CRT Les Tilleuls";
    invite.memberName = "Zoé";
    invite.role = v1::ROLE_NURSE;
    const auto code = invite.encode();
    promise(bool(code), "an invite has a code");
    folder.keep("invites", *code);
    folder.keep("invites", "LIAISON:" + code->substr(8, 40) + "\n " + code->substr(48));
    folder.keep("invites", code->substr(0, code->size() / 2));
    const std::string cursor =
        sealed({3, std::string(8, 'v'), 1'234, std::string(8, 'r')}, std::string(32, 's'));
    folder.keep("cursors", cursor);
    folder.keep("cursors", cursor.substr(1));
    folder.keep("cursors", std::string("\0\1\0\2\5\x80", 6) + "running1" + "view");
}

}  // namespace

}  // namespace liaison::fuzz

int main(int argc, char** argv)
{
    using namespace liaison::fuzz;
    if (argc != 2) {
        std::cerr << "liaison-fuzz-seeds FOLDER\n";
        return 2;
    }
    const SeedFolder folder(argv[1]);
    world().prepare();
    keepConversation(folder, conversation(world()));
    keepStates(folder);
    keepTexts(folder);
    return 0;
}
