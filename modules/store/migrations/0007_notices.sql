-- What an agent is told of: cases given to them, notes that name them.
CREATE INDEX history_assignee ON history(json_extract(fields, '$.assignee'), at) WHERE kind = 'request' AND
    json_extract(fields, '$.assignee') IS NOT NULL;
CREATE INDEX note_at ON note(at);
