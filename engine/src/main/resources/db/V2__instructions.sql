-- What people said about dates of entries: orders, extensions, overrides, verifications, and of last days to sue that they are
-- off or kept. Nothing is changed or removed; the last word counts.
CREATE TABLE instruction (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    entry       text        NOT NULL REFERENCES entry,
    matter      text        NOT NULL REFERENCES matter,
    what        text        NOT NULL,       -- ordered, extended, chosen, extension-asked, by-rule, verified, ...
    day         date,                       -- what was set or asked for
    hour        time,
    zone        text,
    source      text,                       -- where it is written: ECF 34
    reason      text,
    trigger_day date,                       -- what was so when it was said: the trigger's date, and the entry's
    entry_day   date,
    by_whom     text        NOT NULL,
    at          timestamptz NOT NULL,
    CHECK ((day IS NULL) = (zone IS NULL))
);
CREATE INDEX instruction_matter ON instruction (matter, id);
