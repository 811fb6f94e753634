-- Sheets: pages that the house sends by the clock. What one said is kept as it was made, and nothing of it is changed.
CREATE TABLE sheet (
    ask        text PRIMARY KEY REFERENCES ask,
    rule       text        NOT NULL,
    kind       text        NOT NULL,       -- morning, week, exit-control, second-docket
    day        date        NOT NULL,       -- the reader's civil day
    to_name    text,                       -- the mailbox outside the firm that it goes to; empty: to a person
    to_address text,
    made_at    timestamptz NOT NULL,
    hash       text        NOT NULL,       -- SHA-256 of the body as it stands here
    body       json        NOT NULL,
    CHECK ((to_name IS NULL) = (to_address IS NULL))
);
CREATE INDEX sheet_rule ON sheet (rule, day);

-- What is attached to sheets, packed, and once for all that carry the same.
CREATE TABLE paper (
    hash  text PRIMARY KEY,
    bytes bytea NOT NULL
);
CREATE TABLE sheet_paper (
    ask   text NOT NULL REFERENCES sheet,
    place int  NOT NULL,
    name  text NOT NULL,
    type  text NOT NULL,
    paper text NOT NULL REFERENCES paper,
    PRIMARY KEY (ask, place)
);

-- When each rule's next sheet is to be made.
CREATE TABLE sheet_turn (
    rule    text PRIMARY KEY,
    next_at timestamptz NOT NULL
);

-- What happened since the last list.
CREATE INDEX audit_at ON audit USING brin (at);
