-- One table per kind: the columns are the fields of its description, by name. Ids are 16 bytes, instants UTC milliseconds,
-- dates Julian days, sets and nested values JSON text. "extra" keeps what a newer program added or what does not fit its type.

-- STRICT: elsewhere ANY would turn text that looks like a number into one, such as a cursor mark of digits.
CREATE TABLE meta(key TEXT PRIMARY KEY, value ANY) STRICT, WITHOUT ROWID;

CREATE TABLE unit(id BLOB PRIMARY KEY, seq INTEGER, extra TEXT, level TEXT, parent BLOB, code TEXT, name TEXT, short_name TEXT,
    phone TEXT, email TEXT, per_district INTEGER, referents TEXT);
CREATE TABLE district(id BLOB PRIMARY KEY, seq INTEGER, extra TEXT, code TEXT, name TEXT, latitude REAL, longitude REAL);
CREATE TABLE theme(id BLOB PRIMARY KEY, seq INTEGER, extra TEXT, code TEXT, name TEXT, parent BLOB);
CREATE TABLE street(id BLOB PRIMARY KEY, seq INTEGER, extra TEXT, name TEXT, district BLOB, latitude REAL, longitude REAL,
    last_number INTEGER, public_place INTEGER);
CREATE TABLE user(id BLOB PRIMARY KEY, seq INTEGER, extra TEXT, login TEXT, name TEXT, roles TEXT, services TEXT,
    cleared INTEGER, disabled INTEGER);
CREATE TABLE calendar(id BLOB PRIMARY KEY, seq INTEGER, extra TEXT, zone TEXT, alsace_moselle INTEGER, closures TEXT,
    opening TEXT);
CREATE TABLE card(id BLOB PRIMARY KEY, seq INTEGER, extra TEXT, code TEXT, title TEXT, revision INTEGER, summary TEXT,
    theme BLOB, keywords TEXT, citizen_words TEXT, audience TEXT, ask TEXT, say TEXT, steps TEXT, documents TEXT, price TEXT,
    location TEXT, law TEXT, service BLOB, service_by_district TEXT, complexity TEXT, delay_days INTEGER, acknowledgement TEXT,
    needs_place INTEGER, confidential INTEGER, form TEXT, archived INTEGER);

CREATE TABLE citizen(rowid INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, seq INTEGER, extra TEXT, civility TEXT,
    last_name TEXT, first_name TEXT, organisation TEXT, phone TEXT, phone2 TEXT, email TEXT COLLATE NOCASE, address TEXT,
    district BLOB, remark TEXT, created_at INTEGER);
CREATE INDEX citizen_phone ON citizen(phone) WHERE phone IS NOT NULL;
CREATE INDEX citizen_phone2 ON citizen(phone2) WHERE phone2 IS NOT NULL;
CREATE INDEX citizen_email ON citizen(email) WHERE email IS NOT NULL;

-- The rowid counts arrivals, so that the search index finds the newest first. "cell" is a square of about 200 m; "open" follows
-- isOpen() of the workflow (a test compares them). "arrived" and "urgency" are the keys of the lists: never null.
CREATE TABLE request(rowid INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, seq INTEGER, extra TEXT, number TEXT, subject TEXT,
    text TEXT, channel TEXT, citizen BLOB, card BLOB, card_revision INTEGER, theme BLOB, service BLOB, assignee BLOB, status TEXT,
    reason TEXT, address TEXT, district BLOB, latitude REAL, longitude REAL, received_at INTEGER, due_on INTEGER,
    answered_at INTEGER, closed_at INTEGER, reply_channel TEXT, on_the_spot INTEGER, confidential INTEGER, form TEXT, tags TEXT,
    created_by BLOB, external_id TEXT,
    open INTEGER AS (ifnull(status, 'received') NOT IN ('answered', 'closed')) VIRTUAL,
    arrived INTEGER AS (ifnull(received_at, 0)) VIRTUAL,
    urgency INTEGER AS (ifnull(due_on, 9999999)) VIRTUAL,
    cell INTEGER AS (CAST((latitude + 90) * 500 AS INTEGER) * 1000000 + CAST((longitude + 180) * 350 AS INTEGER)) VIRTUAL);
CREATE INDEX request_number ON request(number) WHERE number IS NOT NULL;
CREATE INDEX request_arrived ON request(arrived);
CREATE INDEX request_citizen ON request(citizen, arrived) WHERE citizen IS NOT NULL;
CREATE INDEX request_service ON request(service, arrived);
CREATE INDEX request_cell ON request(cell, arrived) WHERE latitude IS NOT NULL;
CREATE INDEX request_due ON request(due_on) WHERE due_on IS NOT NULL;
CREATE INDEX request_open_arrived ON request(arrived, rowid, status) WHERE open = 1;
CREATE INDEX request_open_urgency ON request(urgency, rowid, service, status) WHERE open = 1;
CREATE INDEX request_open_assignee ON request(assignee, urgency) WHERE open = 1;

CREATE TABLE contact(id BLOB PRIMARY KEY, seq INTEGER, extra TEXT, request BLOB, citizen BLOB, channel TEXT, outgoing INTEGER,
    at INTEGER, agent BLOB, seconds INTEGER, text TEXT) WITHOUT ROWID;
CREATE INDEX contact_request ON contact(request);
CREATE INDEX contact_at ON contact(at);
CREATE TABLE note(id BLOB PRIMARY KEY, seq INTEGER, extra TEXT, request BLOB, author BLOB, at INTEGER, text TEXT,
    redacted INTEGER) WITHOUT ROWID;
CREATE INDEX note_request ON note(request);
CREATE TABLE attachment(id BLOB PRIMARY KEY, seq INTEGER, extra TEXT, request BLOB, sha256 TEXT, name TEXT, media_type TEXT,
    bytes INTEGER, at INTEGER, author BLOB) WITHOUT ROWID;
CREATE INDEX attachment_request ON attachment(request);
CREATE TABLE proposal(id BLOB PRIMARY KEY, seq INTEGER, extra TEXT, cause TEXT, target_kind TEXT, target BLOB, verb TEXT,
    wanted TEXT, found TEXT, reason TEXT, author BLOB, device BLOB, n INTEGER, at INTEGER, state TEXT) WITHOUT ROWID;
CREATE INDEX proposal_target ON proposal(target);
CREATE INDEX proposal_open ON proposal(at) WHERE ifnull(state, 'open') = 'open';

CREATE TABLE history(id BLOB, seq INTEGER, kind TEXT, op TEXT, at INTEGER, actor BLOB, device BLOB, n INTEGER, fields TEXT,
    was TEXT, PRIMARY KEY(id, seq)) WITHOUT ROWID;

-- "overlaid": the effect is shown over the confirmed state. "undo": the patch that takes it back.
CREATE TABLE outbox(n INTEGER PRIMARY KEY, id BLOB NOT NULL, kind TEXT NOT NULL, verb TEXT NOT NULL, target BLOB NOT NULL,
    base INTEGER NOT NULL, fields TEXT, was TEXT, at INTEGER, undo TEXT, outcome TEXT, refusal TEXT, seq INTEGER,
    overlaid INTEGER NOT NULL DEFAULT 1, dismissed INTEGER NOT NULL DEFAULT 0);
CREATE INDEX outbox_overlaid ON outbox(target, n) WHERE overlaid = 1;
CREATE INDEX outbox_queued ON outbox(n) WHERE outcome IS NULL;
-- The confirmed state of a record with mutations on their way; a null document: there is none.
CREATE TABLE shadow(id BLOB PRIMARY KEY, kind TEXT NOT NULL, seq INTEGER NOT NULL, document TEXT) WITHOUT ROWID;

CREATE TABLE draft(key TEXT PRIMARY KEY, content TEXT NOT NULL, at INTEGER) WITHOUT ROWID;
-- Indexes that a first sync builds at its end.
CREATE TABLE deferred(name TEXT PRIMARY KEY, sql TEXT NOT NULL) WITHOUT ROWID;
-- What came in a snapshot of mode "replace".
CREATE TABLE snapshot_seen(id BLOB PRIMARY KEY) WITHOUT ROWID;

-- What is searched. Positions are not kept: no phrases, half the size (detail=none begins words four times as slowly).
CREATE VIEW citizen_text(rowid, names, rest) AS
    SELECT rowid, concat_ws(' ', last_name, organisation), concat_ws(' ', first_name, email) FROM citizen;
CREATE VIRTUAL TABLE citizen_fts USING fts5(names, rest, content='citizen_text', content_rowid='rowid',
    tokenize="unicode61 remove_diacritics 2", prefix='2 3', detail=column, columnsize=0);
CREATE VIEW request_text(rowid, words) AS
    SELECT r.rowid, concat_ws(' ', r.number, ltrim(substr(r.number, 6), '0'), r.subject, r.text, r.address, c.last_name,
        c.first_name, c.organisation, c.phone, c.phone2)
    FROM request r LEFT JOIN citizen c ON c.id = r.citizen;
CREATE VIRTUAL TABLE request_fts USING fts5(words, content='request_text', content_rowid='rowid',
    tokenize="unicode61 remove_diacritics 2", prefix='3', detail=column, columnsize=0);
