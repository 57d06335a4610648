-- What is to be told by e-mail: one row for each notice and each agent whom it concerns. kind and state are positions in the enums
-- NoticeKind and MailState, which only ever grow at their end. message is given when a mail is made of the row, so that another
-- try is the same mail.
CREATE TABLE mail (
    town INTEGER NOT NULL,
    notice BLOB NOT NULL,
    user BLOB NOT NULL,
    kind INTEGER NOT NULL,
    request BLOB NOT NULL,
    source BLOB,
    actor BLOB,
    at INTEGER NOT NULL,
    not_before INTEGER NOT NULL,
    state INTEGER NOT NULL DEFAULT 0,
    message BLOB,
    attempts INTEGER NOT NULL DEFAULT 0,
    changed INTEGER NOT NULL,
    error TEXT,
    PRIMARY KEY (town, notice, user)
) WITHOUT ROWID;
CREATE INDEX mail_waiting ON mail (town, not_before) WHERE state = 0;
CREATE INDEX mail_user ON mail (town, user, not_before) WHERE state = 0;
CREATE INDEX mail_state ON mail (town, state, changed);
