-- The surface of a district, and of which division of the town it is.
ALTER TABLE district ADD COLUMN layer TEXT;
ALTER TABLE district ADD COLUMN geometry TEXT;
