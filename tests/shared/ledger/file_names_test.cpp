// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/ledger/file_names.h"

#include "shared/base/sha256.h"
#include "tests/shared/sync/centre_fixture.h"
#include "tests/support/made_file.h"

namespace liaison::test {

namespace {

constexpr std::uint32_t kAttachment = 10;
constexpr std::uint32_t kContentField = 5;

class NamesOfFiles : public CentreAtWork {
protected:
    FileReference fileNumbered(std::uint64_t seed)
    {
        const std::string bytes = madePicture(100, seed);
        return {sha256(bytes), bytes.size(), "image/jpeg"};
    }

    v1::Attachment attachment(const FileReference& content)
    {
        v1::Attachment attachment;
        attachment.set_person(person_.bytes());
        attachment.set_at(clock.now.time_since_epoch().count());
        *attachment.mutable_content() = content.message();
        return attachment;
    }

    std::vector<NamedFile> namesAt(Ledger& ledger, const FileReference& file)
    {
        const auto names = ledger.fileNames().of(file.sha256);
        EXPECT_TRUE(names);
        return *names;
    }

    RecordId person_ = claire.write(kPerson, person("Rouchon"));
};

}  // namespace

TEST_F(NamesOfFiles, FollowTheValuesThatStand)
{
    const FileReference first = fileNumbered(1);
    const FileReference second = fileNumbered(2);
    const RecordId record = claire.write(kAttachment, attachment(first));
    ASSERT_EQ(namesAt(claire.ledger().ledger(), first).size(), 1u);
    EXPECT_FALSE(namesAt(claire.ledger().ledger(), first)[0].isAnswered);
    synchronise(claire, centre);
    EXPECT_TRUE(namesAt(claire.ledger().ledger(), first)[0].isAnswered);

    v1::Attachment other;
    *other.mutable_content() = second.message();
    claire.write(kAttachment, other, record);
    synchronise(claire, centre);

    for (Ledger* ledger : {&claire.ledger().ledger(), &centre.ledger().ledger()}) {
        EXPECT_TRUE(namesAt(*ledger, first).empty());
        const auto names = namesAt(*ledger, second);
        ASSERT_EQ(names.size(), 1u);
        EXPECT_EQ(names[0].record, record);
        EXPECT_EQ(names[0].field, kContentField);
        EXPECT_EQ(names[0].file, second);
    }
}

TEST_F(NamesOfFiles, HoldEveryVersionOfADisputedFile)
{
    const RecordId record = claire.write(kAttachment, attachment(fileNumbered(1)));
    synchronise(claire, centre);
    synchronise(aude, centre);
    v1::Attachment change;
    *change.mutable_content() = fileNumbered(2).message();
    claire.write(kAttachment, change, record);
    *change.mutable_content() = fileNumbered(3).message();
    aude.write(kAttachment, change, record);

    synchroniseAll();

    EXPECT_EQ(namesAt(centre.ledger().ledger(), fileNumbered(2)).size(), 1u);
    EXPECT_EQ(namesAt(centre.ledger().ledger(), fileNumbered(3)).size(), 1u);
    EXPECT_EQ(namesAt(nadia.ledger().ledger(), fileNumbered(3)).size(), 1u);
}

TEST_F(NamesOfFiles, CountForARoleOnlyWhereItReadsTheFieldAndTheSizeIsRight)
{
    claire.write(kAttachment, attachment(fileNumbered(1)));
    synchronise(claire, centre);
    FileNames names = centre.ledger().ledger().fileNames();

    EXPECT_TRUE(*names.isNamedFor(v1::ROLE_AIDE, fileNumbered(1).sha256, 100));
    EXPECT_FALSE(*names.isNamedFor(v1::ROLE_AIDE, fileNumbered(1).sha256, 101));
    EXPECT_FALSE(*names.isNamedFor(v1::ROLE_AIDE, fileNumbered(2).sha256, 100));
    EXPECT_FALSE(*names.isNamedFor(v1::ROLE_UNSPECIFIED, fileNumbered(1).sha256, 100));
}

TEST_F(NamesOfFiles, AreOnThePhoneThoseOfDraftsAndOfRefusedEditsToo)
{
    const FileReference file = fileNumbered(4);
    EXPECT_FALSE(*claire.ledger().namesFile(file.sha256));
    const std::string bytes = attachment(file).SerializeAsString();
    ASSERT_TRUE(claire.ledger().keepDraft({"attachment", bytes, clock.now}));
    EXPECT_TRUE(*claire.ledger().namesFile(file.sha256));
    ASSERT_TRUE(claire.ledger().dropDraft("attachment"));
    EXPECT_FALSE(*claire.ledger().namesFile(file.sha256));

    const RecordId record = claire.write(kAttachment, attachment(file));
    Verdict refused{false, 1, clock.now};
    refused.code = ErrorCode::notAllowed;
    ASSERT_TRUE(claire.ledger().takeVerdicts({{2, refused}}, clock.now));

    EXPECT_FALSE(*claire.ledger().ledger().record(record));
    EXPECT_TRUE(namesAt(claire.ledger().ledger(), file).empty());
    EXPECT_TRUE(*claire.ledger().namesFile(file.sha256));
}

TEST_F(NamesOfFiles, AreRefusedWhenTheyAreNoNamesOfFilesThatAreKept)
{
    const auto codeOf = [&](const v1::Attachment& patch) {
        const auto written = claire.tryWrite(kAttachment, patch);
        return written ? ErrorCode{} : written.error().code;
    };
    v1::Attachment wrong = attachment(fileNumbered(1));

    wrong.mutable_content()->set_size(kFileBytesMax + 1);
    EXPECT_EQ(codeOf(wrong), ErrorCode::outOfRange);
    wrong.mutable_content()->set_size(0);
    EXPECT_EQ(codeOf(wrong), ErrorCode::outOfRange);
    wrong = attachment(fileNumbered(1));
    wrong.mutable_content()->set_media_type("text/html");
    EXPECT_EQ(codeOf(wrong), ErrorCode::outOfRange);
    wrong = attachment(fileNumbered(1));
    wrong.mutable_content()->set_sha256("short");
    EXPECT_EQ(codeOf(wrong), ErrorCode::wrongType);
    wrong = attachment(fileNumbered(1));
    *wrong.mutable_thumbnail() = fileNumbered(2).message();
    wrong.mutable_thumbnail()->set_size(32'769);
    EXPECT_EQ(codeOf(wrong), ErrorCode::outOfRange);
    wrong.mutable_thumbnail()->set_size(32'768);
    EXPECT_EQ(codeOf(wrong), ErrorCode{});
}

}  // namespace liaison::test
