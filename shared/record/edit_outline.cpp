// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/record/edit_outline.h"

#include "liaison/v1/ledger.pb.h"
#include "shared/record/wire.h"

namespace liaison {

namespace {

Result<RecordId> recordIn(std::string_view change)
{
    WireReader reader(change);
    WireField field;
    std::string_view record;
    while (true) {
        const auto more = reader.next(field);
        if (!more) return more.error();
        if (!*more) return RecordId::fromBytes(record);
        // As protobuf has it for a field that is not repeated, the last one counts.
        if (field.number == v1::Change::kRecordFieldNumber) record = field.payload;
    }
}

std::uint64_t fixed64In(std::string_view whole)
{
    constexpr std::size_t kValueBytes = 8;
    std::uint64_t value = 0;
    for (std::size_t i = 0; i < kValueBytes; ++i) {
        value = value << 8 | static_cast<std::uint8_t>(whole[whole.size() - 1 - i]);
    }
    return value;
}

}  // namespace

Result<EditOutline> EditOutline::read(std::string_view bytes)
{
    EditOutline outline;
    WireReader reader(bytes);
    WireField field;
    while (true) {
        const auto more = reader.next(field);
        if (!more) return more.error();
        if (!*more) return outline;
        if (field.number == v1::Edit::kStampFieldNumber) {
            if (field.whole.size() < 9) return Error{ErrorCode::malformed, "a stamp"};
            outline.stamp = {fixed64In(field.whole)};
        } else if (field.number == v1::Edit::kChangesFieldNumber) {
            const auto record = recordIn(field.payload);
            if (!record) return record.error();
            outline.records.push_back(*record);
        }
    }
}

}  // namespace liaison
