-- Which incident a past change put its record into, and out of which: of a request the one that it reports, of an incident the
-- one that it went into. Few changes say so: what they say stands in columns, so that the others cost nothing.
ALTER TABLE history ADD COLUMN incident BLOB;
ALTER TABLE history ADD COLUMN incident_was BLOB;
UPDATE history SET
    incident = unhex(replace(json_extract(fields, CASE kind WHEN 'request' THEN '$.incident' ELSE '$.merged_into' END), '-', '')),
    incident_was = unhex(replace(json_extract(was, CASE kind WHEN 'request' THEN '$.incident' ELSE '$.merged_into' END), '-', ''))
    WHERE (kind = 'request' AND fields LIKE '%"incident"%') OR kind = 'incident';
CREATE INDEX history_incident ON history(incident, seq) WHERE incident IS NOT NULL;
CREATE INDEX history_incident_was ON history(incident_was, seq) WHERE incident_was IS NOT NULL;
