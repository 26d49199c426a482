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
-- Kept without effect until the centre has a newer schema (10).
CREATE INDEX edit_newer ON edit(sequence) WHERE applied = 0 AND code = 10;

-- Kept without effect until a record comes: the record, and the edit that waits for it.
CREATE TABLE awaiting(
    record BLOB NOT NULL,
    device INTEGER NOT NULL,
    n INTEGER NOT NULL,
    dot_hash INTEGER NOT NULL,
    PRIMARY KEY(record, device, n, dot_hash)
) STRICT, WITHOUT ROWID;

-- Places of the log that an edit has left, because the centre's word on it changed.
CREATE TABLE superseded(
    sequence INTEGER PRIMARY KEY,
    running BLOB NOT NULL
) STRICT;
