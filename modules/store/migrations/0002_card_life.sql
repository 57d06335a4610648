-- Procedure cards: what they say more, their drafts, revisions and remarks, who validates them and who stands for whom.

ALTER TABLE card ADD COLUMN referent BLOB;
ALTER TABLE card ADD COLUMN silence TEXT;
ALTER TABLE card ADD COLUMN reply_templates TEXT;
ALTER TABLE card ADD COLUMN reply_circuit TEXT;
ALTER TABLE card ADD COLUMN retention_months INTEGER;
ALTER TABLE card ADD COLUMN see_also TEXT;
ALTER TABLE card ADD COLUMN valid_from INTEGER;
ALTER TABLE card ADD COLUMN valid_until INTEGER;
ALTER TABLE card ADD COLUMN review_months INTEGER;
ALTER TABLE card ADD COLUMN published_at INTEGER;
ALTER TABLE card ADD COLUMN review_on INTEGER;
ALTER TABLE unit ADD COLUMN card_circuit TEXT;
ALTER TABLE user ADD COLUMN stands_for TEXT;
ALTER TABLE user ADD COLUMN absent INTEGER;

CREATE TABLE card_draft(id BLOB PRIMARY KEY, seq INTEGER, extra TEXT, title TEXT, summary TEXT, theme BLOB, keywords TEXT, citizen_words TEXT, audience TEXT, ask TEXT,
    say TEXT, steps TEXT, documents TEXT, price TEXT, location TEXT, law TEXT, service BLOB, service_by_district TEXT,
    referent BLOB, complexity TEXT, delay_days INTEGER, silence TEXT, acknowledgement TEXT, reply_templates TEXT,
    reply_circuit TEXT, retention_months INTEGER, see_also TEXT, valid_from INTEGER, valid_until INTEGER,
    review_months INTEGER, needs_place INTEGER, confidential INTEGER, form TEXT,
    card BLOB, code TEXT, base INTEGER, author BLOB, at INTEGER, state TEXT, step INTEGER, circuit TEXT, reason TEXT);
CREATE TABLE card_revision(id BLOB PRIMARY KEY, seq INTEGER, extra TEXT, card BLOB, number INTEGER, content TEXT,
    published_at INTEGER, published_by BLOB, author BLOB);
CREATE INDEX card_revision_card ON card_revision(card, number);
CREATE TABLE card_remark(id BLOB PRIMARY KEY, seq INTEGER, extra TEXT, card BLOB, draft BLOB, type TEXT, step INTEGER,
    author BLOB, on_behalf BLOB, at INTEGER, text TEXT, handled INTEGER);
CREATE INDEX card_remark_card ON card_remark(card, at);
