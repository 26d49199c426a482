-- The list of edits and the records they add up to: the same at a centre and on a phone.

CREATE TABLE meta(
    name TEXT PRIMARY KEY,
    value BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE owner(
    device INTEGER PRIMARY KEY,
    member BLOB NOT NULL
) STRICT;

-- sequence and what follows it are the centre's verdict; all null until it is known.
-- whole_hash: the hash of the whole edit where the bytes are what a view may see of it.
-- chain: of the author's edits at n, where this ledger follows it.
-- running: what the centre's log up to here adds up to. run: of the pull that last brought it to a
-- phone. page: the page it came with. proof: the centre's, for an own edit. witness: the device
-- that brought it back after the centre had lost it. incomplete: the centre holds no more of it.
-- narrowed: the part that the view of the present run leaves, until that run is complete.
CREATE TABLE edit(
    id INTEGER PRIMARY KEY,
    device INTEGER NOT NULL,
    n INTEGER NOT NULL,
    dot_hash INTEGER NOT NULL,
    sequence INTEGER,
    applied INTEGER,
    received_at INTEGER,
    code INTEGER,
    change INTEGER,
    field INTEGER,
    stored_at INTEGER NOT NULL,
    whole_hash BLOB,
    chain BLOB,
    running BLOB,
    run INTEGER NOT NULL,
    page INTEGER,
    proof BLOB,
    witness INTEGER,
    incomplete INTEGER,
    narrowed BLOB,
    bytes BLOB NOT NULL,
    UNIQUE(device, n, dot_hash)
) STRICT;

-- subject, parent and at come from the annotations of the kind; sequence is that of the last
-- verdict on an edit of the record, unsent the number of its edits without one.
CREATE TABLE record(
    id BLOB PRIMARY KEY,
    kind INTEGER NOT NULL,
    subject BLOB,
    parent BLOB,
    at INTEGER,
    disputed INTEGER NOT NULL,
    voided INTEGER NOT NULL,
    unsent INTEGER NOT NULL,
    sequence INTEGER,
    state BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX record_by_kind ON record(kind, at);
CREATE INDEX record_by_subject ON record(subject, at);
CREATE INDEX record_by_parent ON record(parent) WHERE parent IS NOT NULL;
CREATE INDEX record_disputed ON record(id) WHERE disputed <> 0;
CREATE INDEX record_unsent ON record(id) WHERE unsent <> 0;
