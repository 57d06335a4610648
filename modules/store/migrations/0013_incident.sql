-- Incidents: reports of one cause.
CREATE TABLE incident(id BLOB PRIMARY KEY, seq INTEGER, extra TEXT, subject TEXT, theme BLOB, card BLOB, service BLOB, address TEXT,
    district BLOB, latitude REAL, longitude REAL, merged_into BLOB, at INTEGER, author BLOB);
CREATE INDEX incident_merged ON incident(merged_into) WHERE merged_into IS NOT NULL;
ALTER TABLE request ADD COLUMN incident BLOB;
CREATE INDEX request_incident ON request(incident, arrived) WHERE incident IS NOT NULL;
ALTER TABLE theme ADD COLUMN incident_metres INTEGER;
ALTER TABLE theme ADD COLUMN incident_days INTEGER;
ALTER TABLE theme ADD COLUMN incident_confidence INTEGER;
CREATE INDEX request_gathered ON request(arrived) WHERE incident IS NOT NULL;
