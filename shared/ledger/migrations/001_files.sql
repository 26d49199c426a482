-- Files beside the ledger, each under the SHA-256 of its bytes.

CREATE TABLE meta(
    name TEXT PRIMARY KEY,
    value BLOB NOT NULL
) STRICT, WITHOUT ROWID;

-- held: bytes from the beginning that are here. complete: all are, and they add up to sha256.
-- wanted: somebody asked for it here. fetched: it came from the centre. given: bytes that the
-- centre said it has; confirmed_at: when it said that it has all of them, or took the last one.
-- unnamed_since: when it was first found that no record names it.
CREATE TABLE file(
    id INTEGER PRIMARY KEY,
    sha256 BLOB NOT NULL UNIQUE,
    size INTEGER NOT NULL,
    media_type TEXT NOT NULL,
    held INTEGER NOT NULL,
    complete INTEGER NOT NULL,
    wanted INTEGER NOT NULL,
    fetched INTEGER NOT NULL,
    given INTEGER NOT NULL,
    confirmed_at INTEGER,
    unnamed_since INTEGER
) STRICT;

CREATE INDEX file_unconfirmed ON file(size) WHERE complete = 1 AND confirmed_at IS NULL;
CREATE INDEX file_wanted ON file(size) WHERE complete = 0 AND wanted = 1;

CREATE TABLE chunk(
    id INTEGER PRIMARY KEY,
    file INTEGER NOT NULL,
    position INTEGER NOT NULL,
    bytes BLOB NOT NULL,
    UNIQUE(file, position)
) STRICT;
