-- A letter that a contact leaves to be posted.
ALTER TABLE contact ADD COLUMN post INTEGER;
-- What did not arrive, for whoever sent it.
CREATE INDEX dispatch_trouble ON dispatch(changed_at) WHERE state IN ('failed', 'uncertain');
