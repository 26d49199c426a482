// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/sqlite/statement.h"

#include <cstring>
#include <utility>

#include "shared/sqlite/handle.h"

namespace liaison {

namespace {

/// SQLite takes a null pointer for NULL, and an empty view may have one.
const char* startOf(std::string_view bytes)
{
    return bytes.data() != nullptr ? bytes.data() : "";
}

std::string_view view(const void* start, int count)
{
    return {static_cast<const char*>(start), static_cast<std::size_t>(count)};
}

// The casts inside SQLITE_STATIC and SQLITE_TRANSIENT are SQLite's own.
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Wold-style-cast"
const sqlite3_destructor_type kBorrowed = SQLITE_STATIC;
const sqlite3_destructor_type kCopied = SQLITE_TRANSIENT;
#pragma clang diagnostic pop

int bindBytes(sqlite3_stmt* statement, int parameter, std::string_view bytes,
              sqlite3_destructor_type keep)
{
    return sqlite3_bind_blob64(statement, parameter, startOf(bytes), bytes.size(), keep);
}

int bindCharacters(sqlite3_stmt* statement, int parameter, std::string_view text,
                   sqlite3_destructor_type keep)
{
    return sqlite3_bind_text64(statement, parameter, startOf(text), text.size(), keep, SQLITE_UTF8);
}

}  // namespace

Statement::Statement(Statement&& other) noexcept
    : handle_(std::exchange(other.handle_, nullptr)),
      home_(std::exchange(other.home_, nullptr)),
      compiled_(std::exchange(other.compiled_, nullptr)),
      bindFailure_(other.bindFailure_)
{
}

Statement& Statement::operator=(Statement&& other) noexcept
{
    if (this == &other) return *this;
    giveBack();
    handle_ = std::exchange(other.handle_, nullptr);
    home_ = std::exchange(other.home_, nullptr);
    compiled_ = std::exchange(other.compiled_, nullptr);
    bindFailure_ = other.bindFailure_;
    return *this;
}

Statement::~Statement()
{
    giveBack();
}

void Statement::giveBack()
{
    if (compiled_ == nullptr) return;
    sqlite3_reset(compiled_);
    sqlite3_clear_bindings(compiled_);
    home_->push_back(compiled_);
    compiled_ = nullptr;
}

Statement& Statement::noteBound(int code)
{
    ensure(code != SQLITE_RANGE && code != SQLITE_MISUSE, "bound to no parameter, or in mid-step");
    if (bindFailure_ == SQLITE_OK) bindFailure_ = code;
    return *this;
}

Statement& Statement::bind(int parameter, std::int64_t value)
{
    return noteBound(sqlite3_bind_int64(compiled_, parameter, value));
}

Statement& Statement::bind(int parameter, std::optional<std::int64_t> value)
{
    return value ? bind(parameter, *value) : bindNull(parameter);
}

Statement& Statement::bindReal(int parameter, double value)
{
    return noteBound(sqlite3_bind_double(compiled_, parameter, value));
}

Statement& Statement::bindNull(int parameter)
{
    return noteBound(sqlite3_bind_null(compiled_, parameter));
}

Statement& Statement::bindBlob(int parameter, std::string_view bytes)
{
    return noteBound(bindBytes(compiled_, parameter, bytes, kBorrowed));
}

Statement& Statement::bindBlob(int parameter, const std::string& bytes)
{
    return bindBlob(parameter, std::string_view(bytes));
}

Statement& Statement::bindBlob(int parameter, std::string&& bytes)
{
    return noteBound(bindBytes(compiled_, parameter, bytes, kCopied));
}

Statement& Statement::bindBlob(int parameter, const std::optional<std::string>& bytes)
{
    if (!bytes) return bindNull(parameter);
    return noteBound(bindBytes(compiled_, parameter, *bytes, kCopied));
}

Statement& Statement::bindText(int parameter, std::string_view text)
{
    return noteBound(bindCharacters(compiled_, parameter, text, kBorrowed));
}

Statement& Statement::bindText(int parameter, const std::string& text)
{
    return bindText(parameter, std::string_view(text));
}

Statement& Statement::bindText(int parameter, std::string&& text)
{
    return noteBound(bindCharacters(compiled_, parameter, text, kCopied));
}

Statement& Statement::bindText(int parameter, const std::optional<std::string>& text)
{
    if (!text) return bindNull(parameter);
    return noteBound(bindCharacters(compiled_, parameter, *text, kCopied));
}

Statement& Statement::bindText(int parameter, const char* text)
{
    return bindText(parameter, std::string_view(text));
}

Result<bool> Statement::step()
{
    if (bindFailure_ != SQLITE_OK) {
        const int code = std::exchange(bindFailure_, SQLITE_OK);
        return handle_->failure(code);
    }
    if (auto lost = handle_->lostTransaction()) return *std::move(lost);
    const int code = sqlite3_step(compiled_);
    if (code == SQLITE_ROW) return true;
    if (code == SQLITE_DONE) {
        sqlite3_reset(compiled_);
        return false;
    }
    Error error = handle_->failure(code);
    sqlite3_reset(compiled_);
    return error;
}

Result<Done> Statement::run()
{
    for (;;) {
        auto row = step();
        if (!row) return row.error();
        if (!*row) return done();
    }
}

void Statement::reset()
{
    sqlite3_reset(compiled_);
}

void Statement::ensureColumn(int column) const
{
    ensure(column >= 0 && column < sqlite3_data_count(compiled_), "read of a column not there");
}

bool Statement::isNull(int column) const
{
    ensureColumn(column);
    return sqlite3_column_type(compiled_, column) == SQLITE_NULL;
}

std::int64_t Statement::integer(int column) const
{
    ensureColumn(column);
    return sqlite3_column_int64(compiled_, column);
}

double Statement::real(int column) const
{
    ensureColumn(column);
    return sqlite3_column_double(compiled_, column);
}

std::string_view Statement::blob(int column) const
{
    ensureColumn(column);
    const void* start = sqlite3_column_blob(compiled_, column);
    return view(start, sqlite3_column_bytes(compiled_, column));
}

std::string_view Statement::text(int column) const
{
    ensureColumn(column);
    const void* start = sqlite3_column_text(compiled_, column);
    return view(start, sqlite3_column_bytes(compiled_, column));
}

std::optional<std::int64_t> Statement::optionalInteger(int column) const
{
    if (isNull(column)) return std::nullopt;
    return integer(column);
}

std::optional<std::string> Statement::optionalBlob(int column) const
{
    if (isNull(column)) return std::nullopt;
    return std::string(blob(column));
}

}  // namespace liaison
