-- The closures of courts that a second person has confirmed, and that so may make deadlines later.
CREATE TABLE confirmed_closure (
    calendar     text        NOT NULL,
    day          date        NOT NULL,
    name         text        NOT NULL,      -- of another name or kind than was confirmed, a closure waits anew
    kind         text        NOT NULL,
    confirmed_by text        NOT NULL,
    confirmed_at timestamptz NOT NULL,
    reason       text,
    PRIMARY KEY (calendar, day, name, kind)
);
