-- Which files the values that stand in records name: at a centre what devices may fetch, on a
-- phone what to offer and what to show.
-- prefetch: fetched without being asked. A row that is written anew has a greater id.

CREATE TABLE named_file(
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    sha256 BLOB NOT NULL,
    size INTEGER NOT NULL,
    media_type TEXT NOT NULL,
    record BLOB NOT NULL,
    field INTEGER NOT NULL,
    prefetch INTEGER NOT NULL,
    UNIQUE(sha256, record, field, size, media_type)
) STRICT;

CREATE INDEX named_file_by_record ON named_file(record);
CREATE INDEX named_file_prefetch ON named_file(id) WHERE prefetch = 1;
