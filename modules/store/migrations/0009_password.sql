-- When an agent's password was last given or changed: the hub's word.
ALTER TABLE user ADD COLUMN password_at INTEGER;
