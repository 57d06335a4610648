-- One town's hub. Every key begins with the town, so that a bigger engine can keep many towns by the same statements.
-- Ids are 16 bytes, times UTC milliseconds, documents JSON text. reach, op, kind, outcome and refusal are positions in the enums
-- of the domain, which only ever grow at their end.

CREATE TABLE town (
    town INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    seq INTEGER NOT NULL DEFAULT 0,
    head BLOB NOT NULL DEFAULT x'',
    backed_up INTEGER NOT NULL DEFAULT 0
);

CREATE TABLE entity (
    town INTEGER NOT NULL,
    kind INTEGER NOT NULL,
    id BLOB NOT NULL,
    document TEXT NOT NULL,
    created_seq INTEGER NOT NULL,
    created_device BLOB,
    created_n INTEGER NOT NULL,
    versions TEXT,
    seq INTEGER NOT NULL,
    reach INTEGER NOT NULL,
    service BLOB,
    confidential INTEGER NOT NULL,
    root BLOB,
    citizen BLOB,
    key TEXT
);
CREATE UNIQUE INDEX entity_id ON entity (town, kind, id);
CREATE UNIQUE INDEX entity_key ON entity (town, kind, key) WHERE key IS NOT NULL;
CREATE INDEX entity_scope ON entity (town, kind, service, confidential, id) WHERE service IS NOT NULL;
CREATE INDEX entity_root ON entity (town, root) WHERE root IS NOT NULL;
CREATE INDEX entity_citizen ON entity (town, citizen, service, confidential) WHERE citizen IS NOT NULL;

-- Whom a request or contact was about before it was corrected.
CREATE TABLE past_citizen (
    town INTEGER NOT NULL,
    citizen BLOB NOT NULL,
    kind INTEGER NOT NULL,
    id BLOB NOT NULL,
    PRIMARY KEY (town, citizen, kind, id)
) WITHOUT ROWID;

CREATE TABLE change (
    town INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    mutation BLOB,
    op INTEGER NOT NULL,
    kind INTEGER NOT NULL,
    id BLOB NOT NULL,
    fields TEXT,
    was TEXT,
    actor BLOB,
    device BLOB,
    n INTEGER NOT NULL,
    at INTEGER NOT NULL,
    payload_hash BLOB NOT NULL,
    hash BLOB NOT NULL,
    reach_before INTEGER NOT NULL,
    service_before BLOB,
    confidential_before INTEGER NOT NULL,
    reach_after INTEGER NOT NULL,
    service_after BLOB,
    confidential_after INTEGER NOT NULL
);
CREATE UNIQUE INDEX change_seq ON change (town, seq);
CREATE INDEX change_patch ON change (town, kind, id, seq) WHERE op = 1;
CREATE INDEX change_history ON change (town, seq, kind) WHERE op = 1;

CREATE TABLE device (
    town INTEGER NOT NULL,
    device BLOB NOT NULL,
    last_n INTEGER NOT NULL,
    PRIMARY KEY (town, device)
) WITHOUT ROWID;

CREATE TABLE verdict (
    town INTEGER NOT NULL,
    device BLOB NOT NULL,
    n INTEGER NOT NULL,
    content_hash BLOB NOT NULL,
    outcome INTEGER NOT NULL,
    refusal INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    PRIMARY KEY (town, device, n)
) WITHOUT ROWID;

CREATE TABLE counter (
    town INTEGER NOT NULL,
    year INTEGER NOT NULL,
    last INTEGER NOT NULL,
    PRIMARY KEY (town, year)
) WITHOUT ROWID;

-- The last commit of each day on which there was one.
CREATE TABLE day (
    town INTEGER NOT NULL,
    day INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    PRIMARY KEY (town, day)
) WITHOUT ROWID;

CREATE TABLE user_secret (
    town INTEGER NOT NULL,
    user BLOB NOT NULL,
    hash BLOB NOT NULL,
    PRIMARY KEY (town, user)
) WITHOUT ROWID;

CREATE TABLE session (
    town INTEGER NOT NULL,
    id BLOB NOT NULL,
    user BLOB NOT NULL,
    device BLOB NOT NULL,
    until INTEGER NOT NULL,
    PRIMARY KEY (town, id)
) WITHOUT ROWID;

CREATE TABLE token (
    town INTEGER NOT NULL,
    hash BLOB NOT NULL,
    session BLOB NOT NULL,
    refresh INTEGER NOT NULL,
    spent INTEGER NOT NULL,
    until INTEGER NOT NULL,
    PRIMARY KEY (town, hash)
) WITHOUT ROWID;
CREATE INDEX token_session ON token (town, session);
