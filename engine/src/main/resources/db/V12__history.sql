-- What is kept so that the life of an entry can be told whole: what feeds showed and when that was fetched, and what a message
-- said of each of several entries.

-- What each feed showed: an entry as it stood at a revision, from one making of its bytes to another.
CREATE TABLE feed_shown (
    id       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    token    text        NOT NULL REFERENCES token,
    entry    text        NOT NULL REFERENCES entry,
    revision int         NOT NULL,
    since    timestamptz NOT NULL,          -- when the first bytes were made that show it so,
    until    timestamptz                    -- and the first that do not any more; empty: it is shown so still
);
CREATE INDEX feed_shown_open ON feed_shown (token) WHERE until IS NULL;
CREATE INDEX feed_shown_entry ON feed_shown (entry);

-- When the bytes of feeds were fetched: a row for each making of bytes that anybody fetched, not for each fetch.
CREATE TABLE feed_fetch (
    token      text        NOT NULL REFERENCES token,
    made_at    timestamptz NOT NULL,        -- of the bytes
    etag       text        NOT NULL,
    first_at   timestamptz NOT NULL,
    last_at    timestamptz NOT NULL,        -- up to an hour earlier than it was, while the same bytes are served
    fetched_by text        NOT NULL,        -- how the program named itself that fetched them last
    PRIMARY KEY (token, made_at)
);

-- What a message of several reminders said of this one; empty: the whole message speaks of it.
ALTER TABLE attempt_reminder ADD COLUMN passage text;
