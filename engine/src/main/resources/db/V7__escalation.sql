-- How much working time a thing takes: silence is passed on while that much is left. Empty: what its ladder says.
ALTER TABLE entry ADD COLUMN effort text;
