-- What stops the clock of a request, and what the citizen owes.
ALTER TABLE request ADD COLUMN suspensions TEXT;
ALTER TABLE request ADD COLUMN missing TEXT;
