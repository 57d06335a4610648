-- A password that an administrator gave is good for one time, and until then. NULL: the agent's own.
ALTER TABLE user_secret ADD COLUMN once_until INTEGER;
