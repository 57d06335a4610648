-- Work on cases: checklists, parts of a request, what the citizen says of it, other authorities; patrol; how agents are told.
ALTER TABLE request ADD COLUMN authority TEXT;
ALTER TABLE request ADD COLUMN checked TEXT;
ALTER TABLE request ADD COLUMN parent BLOB;
ALTER TABLE request ADD COLUMN satisfaction INTEGER;
CREATE INDEX request_parent ON request(parent) WHERE parent IS NOT NULL;
-- The boards of a service and of a referent: how many of each status, and the most urgent of each. "open" would do, but a
-- virtual column is read from the table.
CREATE INDEX request_board ON request(service, status, due_on, assignee, reason)
    WHERE ifnull(status, 'received') NOT IN ('answered', 'closed');
CREATE INDEX request_own_board ON request(assignee, status, due_on, reason)
    WHERE ifnull(status, 'received') NOT IN ('answered', 'closed');
ALTER TABLE user ADD COLUMN email TEXT;
ALTER TABLE user ADD COLUMN notify TEXT;
CREATE TABLE mission(id BLOB PRIMARY KEY, seq INTEGER, extra TEXT, purpose TEXT, request BLOB, subject TEXT, instructions TEXT,
    service BLOB, patroller BLOB, state TEXT, reason TEXT, address TEXT, district BLOB, latitude REAL, longitude REAL,
    due_on INTEGER, at INTEGER, author BLOB, findings TEXT, safety TEXT, measures TEXT, materials TEXT, minutes INTEGER,
    target BLOB, photos TEXT, reported_at INTEGER);
CREATE INDEX mission_open ON mission(due_on) WHERE ifnull(state, 'to_do') IN ('to_do', 'under_way');
CREATE INDEX mission_reported ON mission(reported_at) WHERE reported_at IS NOT NULL;
CREATE INDEX mission_request ON mission(request) WHERE request IS NOT NULL;
