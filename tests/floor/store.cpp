// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/floor/store.h"

#include <google/protobuf/io/coded_stream.h>
#include <google/protobuf/wire_format_lite.h>

#include <stdexcept>
#include <string_view>

namespace liaison::floor {

namespace {

constexpr const char* kSettings =
    "PRAGMA locking_mode=EXCLUSIVE; PRAGMA page_size=4096; PRAGMA journal_mode=WAL;"
    "PRAGMA synchronous=FULL; PRAGMA temp_store=MEMORY;"
    "CREATE TABLE meta(name TEXT PRIMARY KEY, value INTEGER) WITHOUT ROWID;"
    "CREATE TABLE edit(sequence INTEGER PRIMARY KEY, device INTEGER NOT NULL, n INTEGER NOT NULL,"
    " stamp INTEGER NOT NULL, kind INTEGER NOT NULL, record BLOB NOT NULL, patch BLOB NOT NULL,"
    " UNIQUE(device, n));"
    "CREATE TABLE record(id BLOB PRIMARY KEY, kind INTEGER NOT NULL, subject BLOB, at INTEGER,"
    " state BLOB NOT NULL) WITHOUT ROWID;"
    "CREATE INDEX record_by_kind ON record(kind, at);"
    "CREATE INDEX record_by_subject ON record(subject, at);";

constexpr std::uint32_t kSubjectField = 1;
constexpr std::uint32_t kTimeField = 3;
constexpr std::uint32_t kInterventionKind = 5;

/// One field of a patch as it stands on the wire.
struct Piece {
    std::uint32_t number;
    std::string_view bytes;
};

std::vector<Piece> cut(const std::string& patch)
{
    using google::protobuf::internal::WireFormatLite;
    std::vector<Piece> pieces;
    google::protobuf::io::CodedInputStream input(
        reinterpret_cast<const std::uint8_t*>(patch.data()), static_cast<int>(patch.size()));
    int begin = 0;
    while (const std::uint32_t tag = input.ReadTag()) {
        if (!WireFormatLite::SkipField(&input, tag)) throw std::runtime_error("a bad patch");
        const int end = input.CurrentPosition();
        pieces.push_back(
            {tag >> 3, std::string_view(patch).substr(static_cast<std::size_t>(begin),
                                                      static_cast<std::size_t>(end - begin))});
        begin = end;
    }
    return pieces;
}

/// The varint of a field as it stands on the wire.
std::int64_t varintIn(const std::string& field)
{
    google::protobuf::io::CodedInputStream input(
        reinterpret_cast<const std::uint8_t*>(field.data()), static_cast<int>(field.size()));
    std::uint64_t value = 0;
    input.ReadTag();
    input.ReadVarint64(&value);
    return static_cast<std::int64_t>(value);
}

/// The later stamp wins, field by field.
void merge(FloorState& state, const FloorEdit& edit)
{
    state.set_kind(edit.kind());
    for (const Piece& piece : cut(edit.patch())) {
        FloorState::Field* place = nullptr;
        for (auto& field : *state.mutable_fields()) {
            if (field.number() == piece.number) place = &field;
        }
        if (place != nullptr && place->stamp() >= edit.stamp()) continue;
        if (place == nullptr) place = state.add_fields();
        place->set_number(piece.number);
        place->set_stamp(edit.stamp());
        place->set_value(piece.bytes.data(), piece.bytes.size());
    }
}

}  // namespace

/// One use of a prepared statement.
class Store::Row {
public:
    Row(Store& store, sqlite3_stmt* statement) : store_(store), statement_(statement)
    {
        ++store_.statements_;
    }
    Row(const Row&) = delete;
    Row& operator=(const Row&) = delete;
    ~Row() { sqlite3_reset(statement_); }

    Row& bind(int at, std::uint64_t value)
    {
        sqlite3_bind_int64(statement_, at, static_cast<sqlite3_int64>(value));
        return *this;
    }
    Row& bind(int at, std::string_view blob)
    {
        sqlite3_bind_blob(statement_, at, blob.data(), static_cast<int>(blob.size()),
                          SQLITE_STATIC);
        return *this;
    }
    Row& bindNull(int at)
    {
        sqlite3_bind_null(statement_, at);
        return *this;
    }
    bool step()
    {
        const int code = sqlite3_step(statement_);
        if (code != SQLITE_ROW && code != SQLITE_DONE) {
            throw std::runtime_error(sqlite3_errmsg(store_.database_));
        }
        return code == SQLITE_ROW;
    }
    std::uint64_t integer(int column) const
    {
        return static_cast<std::uint64_t>(sqlite3_column_int64(statement_, column));
    }
    std::string_view blob(int column) const
    {
        const auto* bytes = static_cast<const char*>(sqlite3_column_blob(statement_, column));
        return {bytes, static_cast<std::size_t>(sqlite3_column_bytes(statement_, column))};
    }

private:
    Store& store_;
    sqlite3_stmt* statement_;
};

Store::Store(const std::filesystem::path& path)
{
    if (sqlite3_open(path.c_str(), &database_) != SQLITE_OK) throw std::runtime_error("no store");
    execute(kSettings);
    begin_ = prepare("BEGIN IMMEDIATE");
    commit_ = prepare("COMMIT");
    insertEdit_ = prepare(
        "INSERT INTO edit(device, n, stamp, kind, record, patch) VALUES(?, ?, ?, ?, ?, ?)"
        " ON CONFLICT DO NOTHING");
    selectState_ = prepare("SELECT state FROM record WHERE id = ?");
    upsertState_ = prepare(
        "INSERT INTO record(id, kind, subject, at, state) VALUES(?, ?, ?, ?, ?) ON CONFLICT(id)"
        " DO UPDATE SET subject = excluded.subject, at = excluded.at, state = excluded.state");
    upsertMeta_ = prepare(
        "INSERT INTO meta(name, value) VALUES(?, ?)"
        " ON CONFLICT(name) DO UPDATE SET value = excluded.value");
    selectAfter_ = prepare(
        "SELECT sequence, device, n, stamp, kind, record, patch FROM edit WHERE sequence > ?"
        " ORDER BY sequence LIMIT ?");
    selectHead_ = prepare("SELECT max(sequence) FROM edit");
}

Store::~Store()
{
    for (sqlite3_stmt* statement : prepared_) {
        sqlite3_finalize(statement);
    }
    sqlite3_close(database_);
}

sqlite3_stmt* Store::prepare(const char* sql)
{
    sqlite3_stmt* statement = nullptr;
    sqlite3_prepare_v3(database_, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
    if (statement == nullptr) throw std::runtime_error(sqlite3_errmsg(database_));
    prepared_.push_back(statement);
    return statement;
}

void Store::execute(const char* sql)
{
    if (sqlite3_exec(database_, sql, nullptr, nullptr, nullptr) == SQLITE_OK) return;
    throw std::runtime_error(sqlite3_errmsg(database_));
}

void Store::apply(const FloorFrame& frame, std::uint64_t cursor)
{
    Row(*this, begin_).step();
    std::uint64_t n = frame.first_n();
    for (const FloorEdit& edit : frame.edits()) {
        applyOne(frame.device(), n++, edit);
    }
    if (cursor != cursor_) setMeta("cursor", cursor);
    Row(*this, commit_).step();
    cursor_ = cursor;
}

void Store::applyOne(std::uint64_t device, std::uint64_t n, const FloorEdit& edit)
{
    Row(*this, insertEdit_)
        .bind(1, device)
        .bind(2, n)
        .bind(3, edit.stamp())
        .bind(4, edit.kind())
        .bind(5, edit.record())
        .bind(6, edit.patch())
        .step();
    if (sqlite3_changes(database_) == 0) return;
    FloorState state;
    {
        Row row(*this, selectState_);
        if (row.bind(1, edit.record()).step()) {
            const std::string_view bytes = row.blob(0);
            state.ParseFromArray(bytes.data(), static_cast<int>(bytes.size()));
        }
    }
    merge(state, edit);
    const std::string bytes = state.SerializeAsString();
    Row row(*this, upsertState_);
    row.bind(1, edit.record()).bind(2, edit.kind()).bindNull(3).bindNull(4).bind(5, bytes);
    for (const auto& field : state.fields()) {
        if (state.kind() != kInterventionKind) break;
        if (field.number() == kSubjectField) row.bind(3, std::string_view(field.value()).substr(2));
        if (field.number() == kTimeField) {
            row.bind(4, static_cast<std::uint64_t>(varintIn(field.value())));
        }
    }
    row.step();
}

void Store::setMeta(const char* name, std::uint64_t value)
{
    Row(*this, upsertMeta_).bind(1, std::string_view(name)).bind(2, value).step();
}

void Store::noteAnswered(std::uint64_t n)
{
    Row(*this, begin_).step();
    setMeta("answered", n);
    Row(*this, commit_).step();
}

FloorFrame Store::after(std::uint64_t sequence, std::size_t limit)
{
    FloorFrame frame;
    Row row(*this, selectAfter_);
    row.bind(1, sequence).bind(2, limit);
    while (row.step()) {
        if (frame.edits().empty()) {
            frame.set_first_sequence(row.integer(0));
            frame.set_device(row.integer(1));
            frame.set_first_n(row.integer(2));
        }
        FloorEdit& edit = *frame.add_edits();
        edit.set_stamp(row.integer(3));
        edit.set_kind(static_cast<std::uint32_t>(row.integer(4)));
        edit.set_record(std::string(row.blob(5)));
        edit.set_patch(std::string(row.blob(6)));
    }
    return frame;
}

std::vector<std::string> Store::idsOf(std::uint32_t kind)
{
    Row row(*this, prepare("SELECT id FROM record WHERE kind = ? ORDER BY id"));
    row.bind(1, std::uint64_t{kind});
    std::vector<std::string> ids;
    while (row.step()) {
        ids.emplace_back(row.blob(0));
    }
    return ids;
}

std::uint64_t Store::head()
{
    Row row(*this, selectHead_);
    return row.step() ? row.integer(0) : 0;
}

void Store::setDurable(bool isDurable)
{
    execute(isDurable ? "PRAGMA synchronous=FULL; PRAGMA wal_checkpoint(TRUNCATE)"
                      : "PRAGMA synchronous=OFF");
}

std::string Store::digest()
{
    sqlite3_stmt* all = prepare("SELECT id, state FROM record ORDER BY id");
    Row row(*this, all);
    std::size_t count = 0;
    std::size_t sum = 0;
    while (row.step()) {
        const std::hash<std::string_view> hash;
        sum = sum * 31 + (hash(row.blob(0)) ^ hash(row.blob(1)));
        ++count;
    }
    return std::to_string(count) + ":" + std::to_string(sum);
}

}  // namespace liaison::floor
