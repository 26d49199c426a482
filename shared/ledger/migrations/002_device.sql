-- What only a phone keeps: what is being typed.

CREATE TABLE draft(
    place TEXT PRIMARY KEY,
    changed_at INTEGER NOT NULL,
    bytes BLOB NOT NULL
) STRICT;

CREATE INDEX edit_waiting ON edit(n) WHERE sequence IS NULL;
CREATE INDEX edit_refused ON edit(sequence) WHERE applied = 0;

-- Pages of the pull as the centre proved them: what a centre that went back is shown.
CREATE TABLE page(
    id INTEGER PRIMARY KEY,
    cursor BLOB NOT NULL,
    proof BLOB NOT NULL
) STRICT;

CREATE INDEX edit_by_page ON edit(page, sequence) WHERE page IS NOT NULL;
CREATE INDEX edit_by_sequence ON edit(sequence) WHERE sequence IS NOT NULL;
