-- How services assign, who heads them, who reminds whom; planned absences; rules of routing; reminders that were given.
ALTER TABLE unit ADD COLUMN head BLOB;
ALTER TABLE unit ADD COLUMN assignment TEXT;
ALTER TABLE unit ADD COLUMN closed INTEGER;
ALTER TABLE unit ADD COLUMN successor BLOB;
ALTER TABLE unit ADD COLUMN policy TEXT;
ALTER TABLE user ADD COLUMN absences TEXT;
CREATE TABLE routing_rule(id BLOB PRIMARY KEY, seq INTEGER, extra TEXT, name TEXT, position INTEGER, disabled INTEGER,
    over_card INTEGER, cards TEXT, themes TEXT, districts TEXT, channels TEXT, words TEXT, confidential INTEGER, service BLOB,
    referent BLOB);
CREATE TABLE reminder(id BLOB PRIMARY KEY, seq INTEGER, extra TEXT, request BLOB, level TEXT, to_user BLOB, days INTEGER,
    due_on INTEGER, at INTEGER) WITHOUT ROWID;
CREATE INDEX reminder_request ON reminder(request);
CREATE INDEX reminder_to ON reminder(to_user, at) WHERE to_user IS NOT NULL;
