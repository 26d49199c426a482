-- What only a centre keeps: its devices and its invitations.

CREATE TABLE device(
    number INTEGER PRIMARY KEY,
    pin BLOB NOT NULL UNIQUE,
    member BLOB NOT NULL,
    name TEXT NOT NULL,
    token_hash BLOB NOT NULL,
    last_n INTEGER NOT NULL,
    chain BLOB NOT NULL,
    joined_at INTEGER NOT NULL,
    last_contact INTEGER,
    app TEXT NOT NULL,
    waiting INTEGER NOT NULL,
    revoked INTEGER NOT NULL,
    rights BLOB NOT NULL
) STRICT;

CREATE TABLE invite(
    id BLOB PRIMARY KEY,
    secret_hash BLOB NOT NULL,
    member BLOB NOT NULL,
    expires_at INTEGER NOT NULL,
    tries INTEGER NOT NULL,
    used_by BLOB,
    used_at INTEGER
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX edit_by_sequence ON edit(sequence);
-- Kept without effect until what they wait for comes: a record (9) or a newer schema (10).
CREATE INDEX edit_postponed ON edit(sequence) WHERE applied = 0 AND code IN (9, 10);

-- Places of the log that an edit has left, because the centre's word on it changed.
CREATE TABLE superseded(
    sequence INTEGER PRIMARY KEY,
    running BLOB NOT NULL
) STRICT;
