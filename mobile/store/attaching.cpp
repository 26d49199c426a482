// SPDX-License-Identifier: GPL-3.0-or-later
#include "mobile/store/attaching.h"

#include "liaison/v1/care.pb.h"
#include "mobile/store/bare_picture.h"
#include "shared/base/sha256.h"
#include "shared/ledger/edit_writing.h"

namespace liaison {

namespace {

/// How a file will be named once it is kept.
Result<v1::FileReference> nameOf(const std::string& bytes)
{
    if (bytes.empty()) return Error{ErrorCode::empty, "a file without bytes"};
    if (bytes.size() > kFileBytesMax) return Error{ErrorCode::tooLarge, "the file"};
    const auto mediaType = mediaTypeOf(bytes);
    if (!mediaType) return Error{ErrorCode::outOfRange, "files of this format are not kept"};
    return FileReference{sha256(bytes), bytes.size(), *mediaType}.message();
}

Result<Done> checkPerson(DeviceLedger& ledger, const RecordId& person)
{
    const KindSchema* kind = ledger.ledger().schema().kind("Person");
    const auto state = ledger.ledger().record(person);
    if (!state) return state.error();
    if (*state && kind != nullptr && (*state)->kind == kind->number) return done();
    return Error{ErrorCode::notFound, "no person " + person.text()};
}

Result<v1::Change> changeFor(DeviceLedger& ledger, const NewAttachment& attachment, Instant now)
{
    const KindSchema* kind = ledger.ledger().schema().kind("Attachment");
    ensure(kind != nullptr, "care.proto has no Attachment");
    const auto content = nameOf(attachment.content);
    if (!content) return content.error();
    v1::Attachment patch;
    patch.set_person(attachment.person.bytes());
    patch.set_at(now.time_since_epoch().count());
    if (attachment.about) patch.set_about(attachment.about->bytes());
    if (!attachment.caption.empty()) patch.set_caption(attachment.caption);
    *patch.mutable_content() = *content;
    if (!attachment.thumbnail.empty()) {
        const auto thumbnail = nameOf(attachment.thumbnail);
        if (!thumbnail) return thumbnail.error();
        *patch.mutable_thumbnail() = *thumbnail;
    }
    v1::Change change;
    change.set_record(RecordId::make(now).bytes());
    change.set_kind(kind->number);
    change.set_patch(patch.SerializeAsString());
    return change;
}

}  // namespace

Result<SavedAttachment> attach(DeviceLedger& ledger, NewAttachment attachment, Instant now)
{
    if (auto known = checkPerson(ledger, attachment.person); !known) return known.error();
    for (std::string* picture : {&attachment.content, &attachment.thumbnail}) {
        auto bare = barePicture(*picture);
        if (!bare) return bare.error();
        *picture = *std::move(bare);
    }
    auto change = changeFor(ledger, attachment, now);
    if (!change) return change.error();
    // Nothing is kept of what may not be saved.
    const auto allowed = checkWriting(ledger.ledger(), {*change}, ledger.standing().role);
    if (!allowed) return allowed.error();
    const auto files = ledger.files().open();
    if (!files) return files.error();
    const auto content = (*files)->put(attachment.content);
    if (!content) return content.error();
    if (!attachment.thumbnail.empty()) {
        const auto thumbnail = (*files)->put(attachment.thumbnail);
        if (!thumbnail) return thumbnail.error();
    }
    const auto saved = ledger.save({*change}, now);
    if (!saved) return saved.error();
    return SavedAttachment{*saved, *RecordId::fromBytes(change->record()), *content};
}

}  // namespace liaison
