-- The closures of courts that a second person has confirmed, and that so may make deadlines later.
CREATE TABLE confirmed_closure (
    calendar     text        NOT NULL,
    day          date        NOT NULL,
    kind         text        NOT NULL,      -- as it was when it was confirmed: of another kind it waits anew
    confirmed_by text        NOT NULL,
    confirmed_at timestamptz NOT NULL,
    reason       text,
    PRIMARY KEY (calendar, day, kind)
);
