// SPDX-License-Identifier: GPL-3.0-or-later
#include "mobile/demo/invented_centre.h"

#include <gtest/gtest.h>

#include <functional>
#include <map>
#include <set>

#include "shared/care/code_list.h"
#include "shared/record/annotation.h"
#include "shared/record/validate.h"

namespace liaison::demo {

namespace {

using google::protobuf::FieldDescriptor;
using google::protobuf::Message;

// Tuesday 15 September 2026, 10:42 in France.
const Instant kNow(std::chrono::milliseconds(1'789'461'720'000));

InventedCentre someCentre(std::uint64_t seed)
{
    std::vector<RecordId> members;
    for (std::uint8_t i = 0; i < staff().size(); ++i) {
        members.push_back(RecordId::make(kNow, {i}));
    }
    return inventCentre(Dice(seed), kNow, members);
}

std::vector<Save> everything(const InventedCentre& centre)
{
    std::vector<Save> saves = personFiles(centre);
    const VisitTales tales = tellVisits(centre);
    const auto reviewed =
        reviews(centre, tales.reviewables, [](const Reviewable&) { return std::vector<Dot>{}; });
    saves.insert(saves.end(), tales.saves.begin(), tales.saves.end());
    saves.insert(saves.end(), reviewed.begin(), reviewed.end());
    return saves;
}

/// Told of a text, and of the code list that it is from, if any.
using TextVisit = std::function<void(const FieldDescriptor& field, const std::string& list,
                                     const std::string& text)>;

/// Calls `visit` with every text of a message, its sub-messages included.
void eachText(const Message& message, const TextVisit& visit)
{
    const auto& reflection = *message.GetReflection();
    std::vector<const FieldDescriptor*> fields;
    reflection.ListFields(message, &fields);
    for (const FieldDescriptor* field : fields) {
        const bool isMessage = field->cpp_type() == FieldDescriptor::CPPTYPE_MESSAGE;
        if (isMessage && !field->is_repeated()) {
            const Message& child = reflection.GetMessage(message, field);
            const std::string list = annotationOf(*field).code_list();
            eachText(child, [&](const FieldDescriptor& inner, const std::string& own,
                                const std::string& text) {
                visit(inner, own.empty() ? list : own, text);
            });
        }
        if (field->type() != FieldDescriptor::TYPE_STRING) continue;
        const int count = field->is_repeated() ? reflection.FieldSize(message, field) : 1;
        for (int i = 0; i < count; ++i) {
            visit(*field, annotationOf(*field).code_list(),
                  field->is_repeated() ? reflection.GetRepeatedString(message, field, i)
                                       : reflection.GetString(message, field));
        }
    }
}

std::unique_ptr<Message> parsed(const Written& written)
{
    const KindSchema& kind = *Schema::care().kind(written.kind);
    std::unique_ptr<Message> message(kind.prototype->New());
    EXPECT_TRUE(message->ParseFromString(written.patch));
    return message;
}

TEST(InventedCentre, IsTheSameForTheSameSeedAndAnotherForAnother)
{
    const auto first = everything(someCentre(1));
    const auto again = everything(someCentre(1));
    const auto other = everything(someCentre(2));

    ASSERT_EQ(first.size(), again.size());
    for (std::size_t i = 0; i < first.size(); ++i) {
        ASSERT_EQ(first[i].at, again[i].at);
        ASSERT_EQ(first[i].changes.size(), again[i].changes.size());
        for (std::size_t j = 0; j < first[i].changes.size(); ++j) {
            ASSERT_EQ(first[i].changes[j].record, again[i].changes[j].record);
            ASSERT_EQ(first[i].changes[j].patch, again[i].changes[j].patch);
        }
    }
    EXPECT_NE(first.front().changes.front().patch, other.front().changes.front().patch);
}

TEST(InventedCentre, WritesOnlyWhatTheSchemaAndTheRolesAllow)
{
    std::set<RecordId> known;
    const std::map<std::string, Role> roles = {
        {"aide", v1::ROLE_AIDE}, {"nurse", v1::ROLE_NURSE}, {"supervisor", v1::ROLE_SUPERVISOR}};

    const auto saves = everything(someCentre(3));

    for (const Save& save : saves) {
        const Role role = roles.at(staff()[save.author].role);
        for (const Written& written : save.changes) {
            const KindSchema& kind = *Schema::care().kind(written.kind);
            const auto valid = validatePatch(kind, written.patch, {});
            ASSERT_TRUE(valid) << valid.error().detail;
            const auto message = parsed(written);
            for (const FieldSchema& field : kind.fields) {
                const auto* descriptor = message->GetDescriptor()->FindFieldByName(field.name);
                if (!message->GetReflection()->HasField(*message, descriptor)) continue;
                ASSERT_TRUE(field.writableBy(role)) << kind.name << "." << field.name;
            }
            known.insert(written.record);
        }
    }
    EXPECT_GT(known.size(), 5000u);
}

TEST(InventedCentre, UsesCodesThatTheirListsHave)
{
    std::map<std::string, int> used;

    for (const Save& save : everything(someCentre(4))) {
        for (const Written& written : save.changes) {
            eachText(*parsed(written), [&](const FieldDescriptor& field, const std::string& list,
                                           const std::string& text) {
                if (list.empty()) return;
                ++used[list];
                ASSERT_NE(codeIn(list, text), nullptr)
                    << field.full_name() << ": " << text << " is not in " << list;
            });
        }
    }

    EXPECT_GT(used["prestation"], 1000);
    EXPECT_GT(used["cible"], 100);
    EXPECT_GT(used["priority_situation"], 30);
}

TEST(InventedCentre, LeavesNoSeamInItsSentences)
{
    std::set<std::string> texts;
    std::size_t told = 0;

    for (const Save& save : everything(someCentre(5))) {
        for (const Written& written : save.changes) {
            eachText(*parsed(written), [&](const FieldDescriptor& field, const std::string&,
                                           const std::string& text) {
                for (const char* seam :
                     {"{", "}", "<", ">", "|", "$", "  ", " ,", " .", "..", ",,"}) {
                    ASSERT_EQ(text.find(seam), std::string::npos) << text;
                }
                if (field.full_name() != "liaison.v1.Transmission.data") return;
                ++told;
                texts.insert(text);
            });
        }
    }

    EXPECT_GT(told, 800u);
    EXPECT_GT(texts.size(), told / 4) << "the transmissions repeat themselves";
}

TEST(InventedCentre, WritesNothingInTheFutureAndInTheOrderOfTime)
{
    const InventedCentre centre = someCentre(6);
    std::map<std::size_t, Instant> last;
    std::size_t planned = 0;

    for (const Save& save : tellVisits(centre).saves) {
        ASSERT_LE(save.at, kNow);
        ASSERT_GE(save.at, last[save.author]);
        last[save.author] = save.at;
        for (const Written& written : save.changes) {
            v1::Visit visit;
            if (written.kind != Schema::care().kind("Visit")->number) continue;
            ASSERT_TRUE(visit.ParseFromString(written.patch));
            planned += visit.planned().start() > kNow.time_since_epoch().count();
        }
    }

    EXPECT_GT(planned, 50u);
}

TEST(InventedCentre, HasClaireAndNadiaAtWorkWithTheSamePersonTodayWhateverTheDay)
{
    for (int day = 0; day < 7; ++day) {
        const Instant now = kNow + std::chrono::days(day);
        const InventedCentre centre =
            inventCentre(Dice(7), now, std::vector<RecordId>(staff().size()));
        std::set<std::size_t> visitors;

        for (const Round& round : centre.rounds) {
            const bool isToday = round.weekday == weekdayOf(centre.today);
            if (isToday && round.person == kCastang) visitors.insert(round.author);
        }

        EXPECT_TRUE(visitors.contains(kClaire)) << day;
        EXPECT_TRUE(visitors.contains(kNadia)) << day;
    }
}

}  // namespace

}  // namespace liaison::demo
