// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/base/sha256.h"
#include "tests/shared/sync/centre_fixture.h"
#include "tests/support/made_file.h"

namespace liaison::test {

constexpr std::uint32_t kAttachment = 10;

/// A centre and three phones that attach photos to a person.
class FilesHandedOver : public CentreAtWork {
protected:
    FileStore& files(SmallPhone& phone) { return **phone.ledger().files().open(); }
    FileStore& filesAtCentre() { return **centre.ledger().files().open(); }

    /// Saves a photo as a screen does: first its bytes, then the edit that names them.
    RecordId attach(SmallPhone& phone, const std::string& content, const std::string& thumbnail)
    {
        v1::Attachment attachment;
        attachment.set_person(person_.bytes());
        attachment.set_at(clock.now.time_since_epoch().count());
        *attachment.mutable_content() = files(phone).put(content)->message();
        if (!thumbnail.empty()) {
            *attachment.mutable_thumbnail() = files(phone).put(thumbnail)->message();
        }
        return phone.write(kAttachment, attachment);
    }

    bool has(FileStore& store, const std::string& bytes)
    {
        const auto whole = store.whole(sha256(bytes));
        if (whole) EXPECT_EQ(*whole, bytes);
        return bool(whole);
    }

    void fetch(SmallPhone& phone, const std::string& bytes)
    {
        const FileReference file{sha256(bytes), bytes.size(), "image/jpeg"};
        ASSERT_TRUE(files(phone).want(file));
        synchronise(phone, centre);
    }

    RecordId person_ = claire.write(kPerson, person("Rouchon"));
    const std::string photo_ = madePicture(300'000, 1);
    const std::string small_ = madePicture(8'000, 2);
};

/// A device that speaks about files as it likes, past its greeting.
class RawDevice {
public:
    RawDevice(SmallPhone& phone, SmallCentre& centre)
        : clock_(centre.clock()),
          session_(centre.ledger(), **centre.ledger().device(phone.number()), {})
    {
        v1::FromDevice hello;
        hello.mutable_hello()->set_protocol(kProtocolVersion);
        hello.mutable_hello()->set_unlock_token(phone.ledger().standing().unlockToken);
        hello.mutable_hello()->set_cursor(phone.ledger().standing().cursor);
        EXPECT_TRUE(session_.receive(hello, clock_.now));
        EXPECT_TRUE(session_.next(clock_.now));
    }

    Result<Done> say(const v1::FromDevice& message)
    {
        return session_.receive(message, clock_.now);
    }

    v1::FromCentre hear()
    {
        const auto message = session_.next(clock_.now);
        EXPECT_TRUE(message && *message);
        return message && *message ? **message : v1::FromCentre{};
    }

    v1::FromCentre want(const std::string& sha256, std::uint64_t offset = 0)
    {
        v1::FromDevice message;
        message.mutable_file_want()->set_sha256(sha256);
        message.mutable_file_want()->set_offset(offset);
        EXPECT_TRUE(say(message));
        return hear();
    }

    v1::FileHeld offer(const std::string& sha256, std::uint64_t size)
    {
        v1::FromDevice message;
        message.mutable_file_offer()->set_sha256(sha256);
        message.mutable_file_offer()->set_size(size);
        EXPECT_TRUE(say(message));
        return hear().file_held();
    }

    v1::FromDevice chunk(const std::string& sha256, std::uint64_t offset, const std::string& bytes)
    {
        v1::FromDevice message;
        message.mutable_file_chunk()->set_sha256(sha256);
        message.mutable_file_chunk()->set_offset(offset);
        message.mutable_file_chunk()->set_bytes(bytes);
        return message;
    }

private:
    FakeClock& clock_;
    CentreSession session_;
};

}  // namespace liaison::test
