-- Every answer that was said, by whatever road, and what comes by mail. An ask's own row holds the last one; here nothing
-- is changed or removed.
CREATE TABLE answer (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    ask        text        NOT NULL REFERENCES ask,
    entry      text        NOT NULL REFERENCES entry,
    answer     text        NOT NULL,        -- have-it, not-ready, done, pass-on
    said_by    text        NOT NULL,
    said_for   text        NOT NULL,        -- whose answer it counts as: the same, or whom that person answers for
    how        text        NOT NULL,        -- page, sms, email, api, command
    at         timestamptz NOT NULL,
    late       boolean     NOT NULL,        -- others had been told already
    passed_to  text,                        -- whom it was passed on to, and by which ask that person was asked
    passed_ask text REFERENCES ask,
    CHECK ((answer = 'pass-on') = (passed_to IS NOT NULL)),
    CHECK ((passed_to IS NULL) = (passed_ask IS NULL))
);
CREATE INDEX answer_ask ON answer (ask);
CREATE INDEX answer_entry ON answer (entry);

-- How far a mailbox was read: the number of the last message, good for as long as its validity is the same.
CREATE TABLE mailbox (
    name     text PRIMARY KEY,
    validity bigint      NOT NULL,
    uid      bigint      NOT NULL,
    read_at  timestamptz NOT NULL
);

-- What came attached to a mail, as it came.
CREATE TABLE inbound_file (
    inbound bigint NOT NULL REFERENCES inbound,
    number  int    NOT NULL,
    name    text   NOT NULL,
    type    text   NOT NULL,
    bytes   bytea  NOT NULL,
    PRIMARY KEY (inbound, number)
);
