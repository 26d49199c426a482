// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/sync/centre_file_exchange.h"

#include <algorithm>

#include "shared/base/plant.h"
#include "shared/base/sha256.h"
#include "shared/sync/files_mark.h"

namespace liaison {

namespace {

constexpr std::size_t kAheadMax = 4;
constexpr std::size_t kAwaitedMax = 10'000;
constexpr std::size_t kNameBytes = 8;

}  // namespace

/// A centre that went back may lack files that it had, whatever its files say of themselves.
std::string CentreFileExchange::nameOf(FileStore& files) const
{
    const std::string epoch = std::to_string(centre_.standing().epoch);
    return sha256(files.identity() + epoch).substr(0, kNameBytes);
}

Result<std::optional<v1::FilesStanding>> CentreFileExchange::standing()
{
    const auto files = centre_.files().ifThere();
    if (!files) return files.error();
    if (*files == nullptr) return std::optional<v1::FilesStanding>{};
    const auto reached = (*files)->mark();
    if (!reached) return reached.error();
    v1::FilesStanding standing;
    standing.set_name(nameOf(**files));
    standing.set_mark(sealed(*reached, standing.name(), centre_.standing().secret));
    return std::optional(std::move(standing));
}

Result<Done> CentreFileExchange::greet(const std::string& mark)
{
    const auto files = centre_.files().ifThere();
    if (!files) return files.error();
    if (*files == nullptr) return done();
    // One of other files, or of an earlier epoch, says nothing about these.
    const auto brought = openedMark(mark, nameOf(**files), centre_.standing().secret);
    if (!brought) return done();
    const auto remembers = (*files)->remembers(*brought);
    if (!remembers) return remembers.error();
    return *remembers ? done() : (*files)->foundAnew();
}

Result<Done> CentreFileExchange::receive(const v1::FromDevice& message, Role role, Instant now)
{
    if (answers_.size() >= kAheadMax || wants_.size() >= kAheadMax) {
        return Error{ErrorCode::busy, "answers about files are not read"};
    }
    if (message.has_file_offer()) return receiveOffer(message.file_offer(), role);
    if (message.has_file_chunk()) return receiveChunk(message.file_chunk(), now);
    if (message.has_file_want()) return receiveWant(message.file_want());
    return Error{ErrorCode::outOfPlace, "a message that a centre does not expect"};
}

void CentreFileExchange::answer(const std::string& sha256, const FileProgress& progress,
                                ErrorCode code)
{
    v1::FileHeld& held = *answers_.emplace_back().mutable_file_held();
    held.set_sha256(sha256);
    held.set_held(progress.held);
    held.set_complete(progress.isComplete);
    held.set_code(static_cast<std::uint32_t>(code));
    if (!progress.isComplete) return;
    const auto files = standing();
    if (files && *files) *held.mutable_files() = **files;
}

/// The format of a file that the role may see the name of; `notFound` when it may not.
Result<std::string> CentreFileExchange::mediaTypeFor(Role role, const std::string& sha256,
                                                     std::uint64_t size)
{
    FileNames names = centre_.ledger().fileNames();
    const auto isNamed = names.isNamedFor(role, sha256, size);
    if (!isNamed) return isNamed.error();
    if (!*isNamed) return Error{ErrorCode::notFound, "file"};
    const auto all = names.of(sha256);
    if (!all) return all.error();
    const auto same = std::find_if(all->begin(), all->end(),
                                   [&](const NamedFile& name) { return name.file.size == size; });
    return same == all->end() ? std::string() : same->file.mediaType;
}

Result<Done> CentreFileExchange::receiveOffer(const v1::FileOffer& offer, Role role)
{
    if (offer.sha256().size() != 32) return Error{ErrorCode::malformed, "the name of a file"};
    taking_.reset();
    const auto mediaType = mediaTypeFor(role, offer.sha256(), offer.size());
    const auto files = centre_.files().open();
    if (!mediaType || !files) {
        const Error& error = mediaType ? files.error() : mediaType.error();
        answer(offer.sha256(), {}, error.code);
        return done();
    }
    const FileReference file{offer.sha256(), offer.size(), *mediaType};
    const auto known = (*files)->find(file.sha256);
    const auto hasRoom = this->hasRoom(**files, file, file.size);
    if (!known || !hasRoom) {
        answer(offer.sha256(), {}, known ? hasRoom.error().code : known.error().code);
        return done();
    }
    FileProgress progress;
    const bool isSame = *known && (*known)->reference.size == offer.size();
    if (isSame) progress = {(*known)->held, (*known)->isComplete, false};
    if (*hasRoom && !progress.isComplete) taking_ = file;
    answer(offer.sha256(), progress, *hasRoom ? ErrorCode{} : ErrorCode::diskFull);
    return done();
}

/// Whether the file may hold so many bytes within what the centre allows its files in all.
Result<bool> CentreFileExchange::hasRoom(FileStore& files, const FileReference& file,
                                         std::uint64_t held) const
{
    return files.hasRoomFor(file, held, centre_.standing().filesBytesMax);
}

/// Keeps the bytes of the file that is being taken; `diskFull` also where the centre allows no
/// more. Since the offer was answered, other files may have come, and the limit may be another.
Result<FileProgress> CentreFileExchange::keep(const v1::FileChunk& chunk, Instant now)
{
    const auto files = centre_.files().open();
    if (!files) return files.error();
    const auto hasRoom = this->hasRoom(**files, *taking_, chunk.offset() + chunk.bytes().size());
    if (!hasRoom) return hasRoom.error();
    if (!*hasRoom) return Error{ErrorCode::diskFull, "no more files than this in all"};
    return (*files)->append(*taking_, chunk.offset(), chunk.bytes(), now);
}

Result<Done> CentreFileExchange::receiveChunk(const v1::FileChunk& chunk, Instant now)
{
    if (!taking_ || taking_->sha256 != chunk.sha256()) {
        return Error{ErrorCode::outOfPlace, "a chunk of a file that was not taken"};
    }
    if (chunk.bytes().empty() || chunk.bytes().size() > kFileChunkBytesMax) {
        return Error{ErrorCode::tooLarge, "a chunk over its limits"};
    }
    const auto progress = keep(chunk, now);
    if (!progress) {
        if (progress.error().code == ErrorCode::tooLarge) return progress.error();
        answer(chunk.sha256(), {}, progress.error().code);
        taking_.reset();
        return done();
    }
    if (progress->isComplete) {
        taking_.reset();
        hasArrival_ = true;
    }
    answer(chunk.sha256(), *progress, {});
    return done();
}

Result<Done> CentreFileExchange::receiveWant(const v1::FileWant& want)
{
    if (want.sha256().size() != 32 || want.offset() >= kFileBytesMax) {
        return Error{ErrorCode::malformed, "the name of a file"};
    }
    wants_.push_back(want);
    return done();
}

Result<std::optional<v1::FromCentre>> CentreFileExchange::next(Role role)
{
    if (!answers_.empty()) {
        v1::FromCentre message = std::move(answers_.front());
        answers_.pop_front();
        return std::optional(std::move(message));
    }
    if (!wants_.empty()) {
        const v1::FileWant want = std::move(wants_.front());
        wants_.pop_front();
        return give(want, role);
    }
    return arrived();
}

Result<std::optional<v1::FromCentre>> CentreFileExchange::give(const v1::FileWant& want, Role role)
{
    const auto files = centre_.files().ifThere();
    if (!files) return files.error();
    if (*files == nullptr) return absent(want, role);
    const auto known = (*files)->find(want.sha256());
    if (!known) return known.error();
    const bool isWhole = *known && ((*known)->isComplete || planted("unfinished-file-given"));
    if (!isWhole) return absent(want, role);
    const std::uint64_t size = (*known)->reference.size;
    const auto mediaType = mediaTypeFor(role, want.sha256(), size);
    if (!mediaType) return absent(want, role);
    if (want.offset() >= size) return Error{ErrorCode::malformed, "beyond the end of a file"};
    auto bytes = (*files)->read(want.sha256(), want.offset(), kFileChunkBytesMax);
    if (!bytes) return bytes.error();
    v1::FromCentre message;
    v1::FileChunk& chunk = *message.mutable_file_chunk();
    chunk.set_sha256(want.sha256());
    chunk.set_offset(want.offset());
    chunk.set_bytes(*std::move(bytes));
    chunk.set_size(size);
    if (want.offset() + chunk.bytes().size() == size) {
        const auto standing = this->standing();
        if (!standing) return standing.error();
        *chunk.mutable_files() = standing->value_or(v1::FilesStanding());
    }
    return std::optional(std::move(message));
}

/// What the device may not see does not exist for it; what it may see is told when it comes.
Result<std::optional<v1::FromCentre>> CentreFileExchange::absent(const v1::FileWant& want,
                                                                 Role role)
{
    const auto names = centre_.ledger().fileNames().of(want.sha256());
    if (!names) return names.error();
    bool isAwaited = false;
    for (const NamedFile& name : *names) {
        const auto mediaType = mediaTypeFor(role, want.sha256(), name.file.size);
        isAwaited = isAwaited || bool(mediaType);
    }
    isAwaited = isAwaited && awaited_.size() < kAwaitedMax;
    if (isAwaited) awaited_.insert(want.sha256());
    v1::FromCentre message;
    message.mutable_file_absent()->set_sha256(want.sha256());
    message.mutable_file_absent()->set_awaited(isAwaited);
    return std::optional(std::move(message));
}

Result<std::optional<v1::FromCentre>> CentreFileExchange::arrived()
{
    const std::optional<v1::FromCentre> nothing;
    if (awaited_.empty()) return nothing;
    const auto files = centre_.files().ifThere();
    if (!files || *files == nullptr || (*files)->arrivals() == arrivalsSeen_) return nothing;
    for (const std::string& sha256 : awaited_) {
        const auto known = (*files)->find(sha256);
        if (!known || !*known || !(*known)->isComplete) continue;
        v1::FromCentre message;
        message.mutable_file_arrived()->set_sha256(sha256);
        awaited_.erase(std::string(sha256));
        return std::optional(std::move(message));
    }
    arrivalsSeen_ = (*files)->arrivals();
    return nothing;
}

}  // namespace liaison
