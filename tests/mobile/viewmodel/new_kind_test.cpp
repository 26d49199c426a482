// SPDX-License-Identifier: GPL-3.0-or-later
#include <google/protobuf/descriptor.h>
#include <google/protobuf/descriptor.pb.h>
#include <gtest/gtest.h>

#include <fstream>

#include "mobile/viewmodel/record_form.h"
#include "mobile/viewmodel/record_list_model.h"
#include "tests/support/open_profile.h"

namespace liaison::test {

namespace {

/// The .proto files of this build with one kind more at the end of care.proto, as protoc read them.
class LargerCare {
public:
    LargerCare()
    {
        std::ifstream file(LIAISON_LARGER_CARE, std::ios::binary);
        google::protobuf::FileDescriptorSet files;
        EXPECT_TRUE(files.ParseFromIstream(&file));
        for (const auto& one : files.file()) {
            EXPECT_NE(pool_.BuildFile(one), nullptr) << one.name();
        }
    }

    const google::protobuf::FileDescriptor* care() const
    {
        return pool_.FindFileByName("liaison/v1/care.proto");
    }

private:
    google::protobuf::DescriptorPool pool_;
};

class NewKind : public testing::Test {
protected:
    LargerCare larger;
    Schema schema{larger.care()};
    TempFolder folder;
    FakeClock clock;
    SmallCentre centre{folder, clock, schema};
    OpenProfile nurse{folder, "Morel", centre, v1::ROLE_NURSE, schema};
    OpenProfile aide{folder, "Benali", centre, v1::ROLE_AIDE, schema};
};

}  // namespace

TEST_F(NewKind, IsStoredSynchronisedListedAndEditedWithoutACodeThatKnowsIt)
{
    const std::uint32_t kind = schema.kind("MedicineBox")->number;
    RecordListModel list(aide.workplace(), {.kind = kind});
    ASSERT_EQ(list.count(), 0);

    RecordForm form(nurse.workplace(), RecordId::make(clock.now), kind, {});
    ASSERT_TRUE(form.writeField("name", "Pilulier de la semaine"));
    ASSERT_TRUE(form.writeField("compartments", "28"));
    form.save();
    ASSERT_EQ(form.problem(), "");
    nurse.synchronise();
    aide.synchronise();

    ASSERT_EQ(list.count(), 1);
    EXPECT_EQ(list.value(0, "title").toString(), "Pilulier de la semaine");
    EXPECT_EQ(list.value(0, "compartments").toString(), "28");
    EXPECT_EQ(centre.digest(v1::ROLE_AIDE), *aide.ledger().ledger().digest(v1::ROLE_AIDE));

    RecordForm again(nurse.workplace(), form.record(), kind, {});
    EXPECT_EQ(again.fields()->value(1, "value").toString(), "28");
    ASSERT_TRUE(again.writeField("compartments", "7"));
    again.save();
    nurse.synchronise();
    aide.synchronise();

    EXPECT_EQ(list.value(0, "compartments").toString(), "7");
}

TEST_F(NewKind, IsHeldToItsAnnotations)
{
    const std::uint32_t kind = schema.kind("MedicineBox")->number;
    RecordForm form(nurse.workplace(), RecordId::make(clock.now), kind, {});

    EXPECT_FALSE(form.writeField("compartments", "57"));
    EXPECT_EQ(form.fields()->value(1, "problem").toString(), "Entre 1 et 56");
    form.save();
    EXPECT_NE(form.problem(), "");
    EXPECT_EQ(*nurse.ledger().waiting(), 0u);

    aide.synchronise();
    RecordForm foreign(aide.workplace(), RecordId::make(clock.now), kind, {});
    EXPECT_FALSE(foreign.fields()->value(0, "editable").toBool());
}

}  // namespace liaison::test
