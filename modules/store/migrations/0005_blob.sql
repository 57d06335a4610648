-- The bytes of files, by their SHA-256, in parts of at most a mebibyte. state: 'loose' (chosen, no record has it yet), 'queued' (to
-- send), 'sent', 'refused' (the hub won't have it), 'coming' (asked of the hub for the sake of "attachment"). "held": how much is
-- here.
CREATE TABLE blob(sha256 TEXT PRIMARY KEY, bytes INTEGER NOT NULL, held INTEGER NOT NULL, state TEXT NOT NULL, attachment BLOB,
    used_at INTEGER NOT NULL) WITHOUT ROWID;
CREATE INDEX blob_state ON blob(state, used_at);
CREATE TABLE blob_part(rowid INTEGER PRIMARY KEY, sha256 TEXT NOT NULL, at INTEGER NOT NULL, bytes BLOB NOT NULL);
CREATE UNIQUE INDEX blob_part_at ON blob_part(sha256, at);
ALTER TABLE attachment ADD COLUMN removed INTEGER;
CREATE INDEX attachment_digest ON attachment(sha256);
