-- Each file that became complete, counted, and what they add up to in their order: 8 bytes of
-- SHA-256 over the sum before and the name of the file. A store that finds a count that it never
-- reached, or another sum there, went back.
CREATE TABLE arrival(
    count INTEGER PRIMARY KEY,
    sum BLOB NOT NULL
) STRICT;
