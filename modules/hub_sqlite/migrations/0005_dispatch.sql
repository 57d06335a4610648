-- Numbers that are given in order, by name: "dispatch/VILLE/2026".
CREATE TABLE series (
    town INTEGER NOT NULL,
    name TEXT NOT NULL,
    last INTEGER NOT NULL,
    PRIMARY KEY (town, name)
) WITHOUT ROWID;

-- What the hub has to send by itself to citizens. state: 0 waits, 1 handed over and not answered yet. The record of kind dispatch
-- says the rest, and is changed in the same transaction.
CREATE TABLE outgoing (
    town INTEGER NOT NULL,
    dispatch BLOB NOT NULL,
    channel INTEGER NOT NULL,
    not_before INTEGER NOT NULL,
    state INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (town, dispatch)
) WITHOUT ROWID;
CREATE INDEX outgoing_due ON outgoing (town, channel, state, not_before);

-- Replies (kind 20) in approval, which the hub looks through once a day.
CREATE INDEX entity_open_reply ON entity (town, id)
    WHERE kind = 20 AND json_extract(document, '$.state') = 'in_approval';
