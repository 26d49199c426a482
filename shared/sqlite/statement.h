// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/result.h"

struct sqlite3_stmt;

namespace liaison {

struct SqliteHandle;

/// One use of a compiled SQL command: bind its parameters, step through its rows, read columns.
///
/// Borrowed from its Database, which takes the compiled form back when this object goes; it must
/// not outlive the Database. Parameters count from 1, columns from 0. An index out of range is a
/// bug and stops the program.
///
///     auto insert = database.prepare("INSERT INTO record(id, kind) VALUES(?, ?)");
///     if (!insert) return insert.error();
///     auto stored = insert->bindBlob(1, id).bind(2, kind).run();
class Statement {
public:
    Statement(Statement&& other) noexcept;
    Statement& operator=(Statement&& other) noexcept;
    ~Statement();

    Statement& bind(int parameter, std::int64_t value);
    Statement& bind(int parameter, std::optional<std::int64_t> value);
    Statement& bindReal(int parameter, double value);
    Statement& bindNull(int parameter);

    /// Bound without copying: the bytes must stay where they are until the statement is bound anew
    /// or gone. A temporary or optional string is copied, since it would not stay.
    Statement& bindBlob(int parameter, std::string_view bytes);
    Statement& bindBlob(int parameter, const std::string& bytes);
    Statement& bindBlob(int parameter, std::string&& bytes);
    Statement& bindBlob(int parameter, const std::optional<std::string>& bytes);
    Statement& bindBlob(int parameter, const char* bytes) = delete;
    /// The same for text, which is well-formed UTF-8.
    Statement& bindText(int parameter, std::string_view text);
    Statement& bindText(int parameter, const std::string& text);
    Statement& bindText(int parameter, std::string&& text);
    Statement& bindText(int parameter, const std::optional<std::string>& text);
    Statement& bindText(int parameter, const char* text);

    /// Goes to the next row: true when there is one, false at the end. The end and an error make
    /// the statement ready to be bound and stepped from the start; bound values stay.
    ///
    /// Fails with `diskFull`, `io`, `damaged`, `alreadyThere` (a key that exists), `malformed`
    /// (another constraint, or an FTS query that means nothing), `tooLarge`.
    Result<bool> step();
    /// Steps to the end, whatever rows there are.
    Result<Done> run();
    /// Makes the statement ready to be bound and stepped from the start, before its end.
    void reset();

    bool isNull(int column) const;
    std::int64_t integer(int column) const;
    double real(int column) const;
    /// Valid until the next step, run or reset; empty for NULL.
    std::string_view blob(int column) const;
    std::string_view text(int column) const;
    std::optional<std::int64_t> optionalInteger(int column) const;
    std::optional<std::string> optionalBlob(int column) const;

private:
    friend class Database;

    Statement(SqliteHandle& handle, std::vector<sqlite3_stmt*>& home, sqlite3_stmt* compiled)
        : handle_(&handle), home_(&home), compiled_(compiled)
    {
    }

    Statement& noteBound(int code);
    void giveBack();
    void ensureColumn(int column) const;

    SqliteHandle* handle_ = nullptr;
    std::vector<sqlite3_stmt*>* home_ = nullptr;  ///< where the Database keeps it between uses
    sqlite3_stmt* compiled_ = nullptr;
    int bindFailure_ = 0;  ///< the first, told by the next step
};

}  // namespace liaison
