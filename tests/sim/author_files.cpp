// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/base/bytes.h"
#include "tests/sim/author.h"
#include "tests/support/field_bytes.h"

namespace liaison::sim {

namespace {

constexpr std::size_t kPictureBytesMax = 300 * 1024;

std::string fieldOf(std::uint32_t number, const FileReference& file)
{
    return textField(number, file.message().SerializeAsString());
}

}  // namespace

/// What begins like a JPEG and bears the mark of its centre in every kilobyte.
std::string Author::picture(std::size_t size)
{
    std::string block = values_.text() + randomBytes(32);
    block.resize(1024, static_cast<char>(run_.dice.any()));
    std::string bytes = "\xff\xd8\xff";
    while (bytes.size() < size) {
        bytes += block;
    }
    bytes.resize(size);
    return bytes;
}

/// Opens a document of somebody: its bytes are fetched when there is a line.
void Author::askForFile()
{
    const auto names = phone_.ledger().ledger().fileNames().all();
    const auto files = phone_.ledger().files().open();
    if (!names || names->empty() || !files) return;
    if ((*files)->want(run_.dice.pick(*names).file)) run_.count("files asked for");
}

/// Takes a photo: its bytes are kept first, then the edit that names them.
void Author::attachFile()
{
    const KindSchema& kind = *Schema::care().kind("Attachment");
    const auto person = pick(Schema::care().kind("Person")->number);
    const auto files = phone_.ledger().files().open();
    if (!person || !files) return;
    const std::size_t most = run_.dice.oneIn(3) ? kPictureBytesMax : 30'000;
    const auto content = (*files)->put(picture(run_.dice.between(1'000, most)));
    const auto thumbnail = (*files)->put(picture(run_.dice.between(100, 9'000)));
    if (!content || !thumbnail) return run_.count("files that could not be kept");
    Form form;
    const auto number = [&](std::string_view name) { return kind.field(name)->number; };
    std::map<std::uint32_t, std::string> fixed;
    fixed[number("person")] = textField(number("person"), person->id.bytes());
    fixed[number("content")] = fieldOf(number("content"), *content);
    if (!run_.dice.oneIn(4)) fixed[number("thumbnail")] = fieldOf(number("thumbnail"), *thumbnail);
    fillNew(form, kind, RecordId::make(phone_.now()), fixed);
    if (!save(form, {})) return;
    run_.count("files attached");
    phone_.noteAttached(content->sha256);
    if (fixed.contains(number("thumbnail"))) phone_.noteAttached(thumbnail->sha256);
}

}  // namespace liaison::sim
