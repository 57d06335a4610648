-- Replies: templates, replies with the decisions on them, and what goes out.
ALTER TABLE unit ADD COLUMN reply_circuits TEXT;
ALTER TABLE unit ADD COLUMN letterhead TEXT;
ALTER TABLE user ADD COLUMN capacity TEXT;
CREATE TABLE template(id BLOB PRIMARY KEY, seq INTEGER, extra TEXT, use TEXT, code TEXT, name TEXT, card BLOB, theme BLOB,
    service BLOB, channel TEXT, tone TEXT, subject TEXT, text TEXT, archived INTEGER, author BLOB);
CREATE TABLE reply(id BLOB PRIMARY KEY, seq INTEGER, extra TEXT, request BLOB, purpose TEXT, author BLOB, at INTEGER, template BLOB,
    subject TEXT, text TEXT, recipients TEXT, attachments TEXT, round INTEGER, circuit TEXT, seal TEXT, signature TEXT,
    decisions TEXT, state TEXT, overdue TEXT);
CREATE INDEX reply_request ON reply(request);
CREATE INDEX reply_open ON reply(request) WHERE state = 'in_approval';
CREATE INDEX reply_approved ON reply(at) WHERE state = 'approved';
CREATE INDEX reply_author ON reply(author, at);
CREATE TABLE dispatch(id BLOB PRIMARY KEY, seq INTEGER, extra TEXT, request BLOB, reply BLOB, purpose TEXT, citizen BLOB,
    channel TEXT, name TEXT, lines TEXT, address TEXT, subject TEXT, text TEXT, attachments TEXT, chrono TEXT, signatory TEXT,
    message_id TEXT, queued_at INTEGER, not_before INTEGER, state TEXT, attempts INTEGER, error TEXT, changed_at INTEGER,
    done_by BLOB, letter BLOB);
CREATE INDEX dispatch_request ON dispatch(request);
CREATE INDEX dispatch_register ON dispatch(queued_at);
CREATE INDEX dispatch_work ON dispatch(channel, queued_at)
    WHERE ifnull(state, 'queued') IN ('queued', 'printed', 'failed', 'uncertain');
