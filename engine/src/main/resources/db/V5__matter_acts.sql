-- Acts on whole matters, step by step: asked, confirmed, taken back. Nothing is changed or removed; the last step of an act says
-- how it stands. An act is named after its first step.
CREATE TABLE matter_act (
    id       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    first    bigint REFERENCES matter_act,  -- the step that began it; empty: this one did
    matter   text        NOT NULL REFERENCES matter,
    act      text        NOT NULL CHECK (act IN ('settle', 'stay', 'close')),
    step     text        NOT NULL CHECK (step IN ('asked', 'done', 'confirmed', 'withdrawn', 'ended', 'undone')),
    court    text,                          -- the one proceeding that it is about; empty: the whole matter
    on_day   date        NOT NULL,
    rule     text        NOT NULL,
    kinds    jsonb       NOT NULL,          -- the kinds of entries that it suspends, as the rule said then
    task     text REFERENCES entry,         -- the task of the second person who is asked
    reason   text,
    by_whom  text        NOT NULL,
    at       timestamptz NOT NULL,
    CHECK ((first IS NULL) = (step IN ('asked', 'done')))
);
CREATE INDEX matter_act_matter ON matter_act (matter, id);

-- What an act stayed, with the status that each entry had, and what it put on the docket.
CREATE TABLE matter_act_entry (
    act           bigint      NOT NULL REFERENCES matter_act,
    entry         text        NOT NULL REFERENCES entry,
    fate          text        NOT NULL CHECK (fate IN ('stayed', 'opened')),
    status_before text,
    at            timestamptz NOT NULL,
    PRIMARY KEY (act, entry),
    CHECK ((fate = 'stayed') = (status_before IS NOT NULL))
);
CREATE INDEX matter_act_entry_entry ON matter_act_entry (entry);

-- How entries stood before each act of a person on them, so that the last one can be taken back for a while.
CREATE TABLE act_before (
    id      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    entry   text        NOT NULL REFERENCES entry,
    matter  text        NOT NULL REFERENCES matter,
    act     text        NOT NULL,           -- moved, cancelled, ordered, ... or undone
    was     jsonb,                          -- the row of the entry; empty: the act put it on the docket
    by_whom text        NOT NULL,
    at      timestamptz NOT NULL
);
CREATE INDEX act_before_matter ON act_before (matter, at);
CREATE INDEX act_before_entry ON act_before (entry, at);

-- The status in which a revision began: whether it says the same as another one depends on it.
ALTER TABLE entry_revision ADD COLUMN IF NOT EXISTS status text;
