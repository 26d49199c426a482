-- What only a phone keeps: what is being typed.

CREATE TABLE draft(
    place TEXT PRIMARY KEY,
    changed_at INTEGER NOT NULL,
    bytes BLOB NOT NULL
) STRICT;

CREATE INDEX edit_waiting ON edit(n) WHERE sequence IS NULL;
CREATE INDEX edit_refused ON edit(sequence) WHERE applied = 0;
