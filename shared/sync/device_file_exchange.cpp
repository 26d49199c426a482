// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/sync/device_file_exchange.h"

#include <algorithm>

namespace liaison {

namespace {

constexpr std::size_t kScannedAtOnce = 200;

}  // namespace

void DeviceFileExchange::greet(const v1::Welcome& welcome, Instant now)
{
    standing_ = welcome.files();
    const auto files = ledger_.files().ifThere();
    if (files && *files == nullptr) return;
    const auto isNamed = [this](const std::string& sha256) { return ledger_.namesFile(sha256); };
    isHalted_ = !files || !meetCentre(**files, welcome.files()) ||
                !(*files)->keepCentreMark(welcome.files().mark()) ||
                !(*files)->sweepDaily(isNamed, now);
}

Result<std::string> DeviceFileExchange::mark()
{
    const auto files = ledger_.files().ifThere();
    if (!files) return files.error();
    if (*files == nullptr) return std::string();
    return (*files)->centreMark();
}

/// What is known of the centre's files belongs to the name that it gives them.
Result<Done> DeviceFileExchange::meetCentre(FileStore& files, const v1::FilesStanding& standing)
{
    standing_ = standing;
    const auto met = files.meetCentre(standing.name());
    return met ? done() : Result<Done>(met.error());
}

/// The store, founded for the first file.
Result<FileStore*> DeviceFileExchange::open()
{
    auto files = ledger_.files().open();
    if (!files) return files;
    if (auto met = meetCentre(**files, standing_); !met) return met.error();
    return files;
}

/// Files wait for a better disk; edits do not wait for files.
Result<Done> DeviceFileExchange::halt(const Error&)
{
    isHalted_ = true;
    sending_.reset();
    fetching_.reset();
    return done();
}

Result<std::optional<v1::FromDevice>> DeviceFileExchange::next()
{
    const std::optional<v1::FromDevice> nothing;
    if (isHalted_) return nothing;
    const auto files = ledger_.files().ifThere();
    Outgoing message = files ? nothing : Outgoing(files.error());
    if (files && *files != nullptr) message = send(**files);
    if (message && !*message) message = fetch();
    if (!message) {
        static_cast<void>(halt(message.error()));
        return nothing;
    }
    if (!*message) isNews_ = false;
    return message;
}

Result<std::optional<v1::FromDevice>> DeviceFileExchange::send(FileStore& files)
{
    const std::optional<v1::FromDevice> nothing;
    if (!sending_ && isNews_) {
        if (auto chosen = chooseSending(files); !chosen) return chosen.error();
    }
    if (!sending_ || sending_->isAnswerDue) return nothing;
    const FileReference& file = sending_->file;
    v1::FromDevice message;
    if (!sending_->isOffered) {
        message.mutable_file_offer()->set_sha256(file.sha256);
        message.mutable_file_offer()->set_size(file.size);
    } else {
        auto bytes = files.read(file.sha256, sending_->from, kFileChunkBytesMax);
        if (!bytes) return bytes.error();
        v1::FileChunk& chunk = *message.mutable_file_chunk();
        chunk.set_sha256(file.sha256);
        chunk.set_offset(sending_->from);
        chunk.set_bytes(*std::move(bytes));
        chunk.set_size(file.size);
    }
    sending_->isOffered = true;
    sending_->isAnswerDue = true;
    return std::optional(std::move(message));
}

/// The smallest file that the centre may lack, and that it knows the name of.
Result<Done> DeviceFileExchange::chooseSending(FileStore& files)
{
    const auto unconfirmed = files.unconfirmed();
    if (!unconfirmed) return unconfirmed.error();
    for (const StoredFile& stored : *unconfirmed) {
        if (notTaken_.contains(stored.reference.sha256)) continue;
        const auto names = ledger_.ledger().fileNames().of(stored.reference.sha256);
        if (!names) return names.error();
        const bool isKnown = std::any_of(names->begin(), names->end(),
                                         [](const NamedFile& name) { return name.isAnswered; });
        if (!isKnown) continue;
        sending_ = Sending{stored.reference};
        break;
    }
    return done();
}

Result<std::optional<v1::FromDevice>> DeviceFileExchange::fetch()
{
    const std::optional<v1::FromDevice> nothing;
    if (!fetching_ && isNews_) {
        if (auto chosen = chooseFetching(); !chosen) return chosen.error();
    }
    if (!fetching_ || fetching_->isChunkDue) return nothing;
    v1::FromDevice message;
    message.mutable_file_want()->set_sha256(fetching_->file.sha256);
    message.mutable_file_want()->set_offset(fetching_->held);
    fetching_->isChunkDue = true;
    return std::optional(std::move(message));
}

Result<Done> DeviceFileExchange::chooseFetching()
{
    while (true) {
        if (small_.empty()) {
            if (auto scanned = scan(); !scanned) return scanned;
        }
        if (small_.empty()) break;
        const FileReference file = std::move(small_.front());
        small_.pop_front();
        const auto chosen = tryFetching(file, true);
        if (!chosen) return chosen.error();
        if (*chosen) return done();
    }
    const auto files = ledger_.files().ifThere();
    if (!files) return files.error();
    if (*files == nullptr) return done();
    const auto wanted = (*files)->wanted();
    if (!wanted) return wanted.error();
    for (const StoredFile& stored : *wanted) {
        const auto chosen = tryFetching(stored.reference, false);
        if (!chosen) return chosen.error();
        if (*chosen) return done();
    }
    return done();
}

/// Looks through what records have come to name since the last time.
Result<Done> DeviceFileExchange::scan()
{
    const auto names = ledger_.ledger().fileNames().prefetched(scannedTo_, kScannedAtOnce);
    if (!names) return names.error();
    for (const NamedFile& name : *names) {
        scannedTo_ = name.row;
        small_.push_back(name.file);
    }
    return done();
}

Result<bool> DeviceFileExchange::tryFetching(const FileReference& file, bool isSmall)
{
    if (notThere_.contains(file)) return false;
    const auto files = ledger_.files().ifThere();
    if (!files) return files.error();
    std::uint64_t held = 0;
    if (*files != nullptr) {
        const auto known = (*files)->find(file.sha256);
        if (!known) return known.error();
        if (*known && (*known)->isComplete) return false;
        if (*known && (*known)->reference.size == file.size) held = (*known)->held;
    }
    fetching_ = Fetching{file, isSmall, held};
    return true;
}

Result<Done> DeviceFileExchange::receive(const v1::FromCentre& message, Instant now)
{
    using Case = v1::FromCentre::MessageCase;
    isNews_ = true;
    switch (message.message_case()) {
        case Case::kFileHeld:
            return receiveHeld(message.file_held(), now);
        case Case::kFileChunk:
            return receiveChunk(message.file_chunk(), now);
        case Case::kFileAbsent:
            return receiveAbsent(message.file_absent());
        case Case::kFileArrived:
            receiveArrived(message.file_arrived());
            return done();
        default:
            return Error{ErrorCode::outOfPlace, "a message that a device does not expect"};
    }
}

Result<Done> DeviceFileExchange::receiveHeld(const v1::FileHeld& held, Instant now)
{
    if (isHalted_) return done();
    if (!sending_ || !sending_->isAnswerDue || sending_->file.sha256 != held.sha256()) {
        return Error{ErrorCode::outOfPlace, "FileHeld"};
    }
    sending_->isAnswerDue = false;
    if (held.complete()) standing_ = held.files();
    const auto files = open();
    if (!files) return halt(files.error());
    if (held.complete()) {
        const auto kept = (*files)->confirm(held.sha256(), held.files().mark(), now);
        sending_.reset();
        return kept ? done() : halt(kept.error());
    }
    // What is here adds up to its name. Where the centre did not move on, somebody else sent it
    // something else under that name, and one attempt more is worth making.
    const bool stalls = std::exchange(sending_->isTaken, true) && held.held() <= sending_->from;
    const bool isHopeless = stalls && std::exchange(sending_->hasStalled, true);
    if (held.code() != 0 || held.held() >= sending_->file.size || isHopeless) {
        notTaken_.insert(held.sha256());
        sending_.reset();
        if (held.code() == 0) return done();
        const auto noted = (*files)->noteDeclined(held.sha256(), errorCodeFrom(held.code()));
        return noted ? done() : halt(noted.error());
    }
    sending_->from = held.held();
    const auto kept = (*files)->noteGiven(held.sha256(), held.held());
    return kept ? done() : halt(kept.error());
}

Result<Done> DeviceFileExchange::receiveChunk(const v1::FileChunk& chunk, Instant now)
{
    if (isHalted_) return done();
    if (!fetching_ || !fetching_->isChunkDue || fetching_->file.sha256 != chunk.sha256() ||
        chunk.bytes().empty() || chunk.bytes().size() > kFileChunkBytesMax) {
        return Error{ErrorCode::outOfPlace, "FileChunk"};
    }
    fetching_->isChunkDue = false;
    if (chunk.offset() != fetching_->held) {
        return Error{ErrorCode::malformed, "a chunk that was not asked for"};
    }
    if (chunk.size() != fetching_->file.size) {
        // The record that names it so is wrong about it; another one may be right.
        notThere_.insert(fetching_->file);
        fetching_.reset();
        return done();
    }
    if (chunk.has_files()) standing_ = chunk.files();
    const auto files = open();
    if (!files) return halt(files.error());
    const auto progress =
        (*files)->append(fetching_->file, chunk.offset(), chunk.bytes(), now, chunk.files().mark());
    if (!progress) return halt(progress.error());
    fetching_->held = progress->held;
    const bool isHopeless = progress->isMismatch && std::exchange(fetching_->hadMismatch, true);
    if (isHopeless) notThere_.insert(fetching_->file);
    if (progress->isComplete || isHopeless) fetching_.reset();
    return done();
}

Result<Done> DeviceFileExchange::receiveAbsent(const v1::FileAbsent& absent)
{
    if (isHalted_) return done();
    if (!fetching_ || !fetching_->isChunkDue || fetching_->file.sha256 != absent.sha256()) {
        return Error{ErrorCode::outOfPlace, "FileAbsent"};
    }
    notThere_.insert(fetching_->file);
    if (absent.awaited()) awaited_[absent.sha256()] = *fetching_;
    fetching_.reset();
    return done();
}

void DeviceFileExchange::receiveArrived(const v1::FileArrived& arrived)
{
    const auto file = awaited_.find(arrived.sha256());
    if (file == awaited_.end()) return;
    notThere_.erase(file->second.file);
    if (file->second.isSmall) small_.push_back(file->second.file);
    awaited_.erase(file);
}

void DeviceFileExchange::sweep(Instant now)
{
    const auto files = ledger_.files().ifThere();
    if (!files || *files == nullptr) return;
    const auto isNamed = [this](const std::string& sha256) { return ledger_.namesFile(sha256); };
    if (!(*files)->sweep(isNamed, now, std::chrono::milliseconds(0))) isHalted_ = true;
}

}  // namespace liaison
