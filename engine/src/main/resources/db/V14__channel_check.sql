-- What one rule asks of one day's readers one by one: each is a list of its own. Empty: all have the same list.
ALTER TABLE sheet ADD part text NOT NULL DEFAULT '';
COMMENT ON COLUMN sheet.kind IS 'morning, week, exit-control, second-docket, channel-check';
