-- The spine: facts, the schedule that follows from them, and what was really sent.
-- No statement of the engine calls now(): every instant is a parameter, taken from the engine's one clock.

-- The book: everything but the docket that a schedule depends on. One is active.
CREATE TABLE book (
    fingerprint text PRIMARY KEY,
    content     jsonb       NOT NULL,
    tzdb        text        NOT NULL,
    stored_at   timestamptz NOT NULL
);

CREATE TABLE active_book (
    only_one     boolean PRIMARY KEY DEFAULT true CHECK (only_one),
    fingerprint  text        NOT NULL REFERENCES book,
    since        timestamptz NOT NULL,
    ladders      jsonb       NOT NULL, -- since when each ladder is known in its present form
    activated_by text        NOT NULL,
    applied_at   timestamptz           -- when every matter had been planned with it; empty: that is not finished
);

-- Facts. People, matters and entries are rows; the sources that load them are named.
CREATE SEQUENCE change_seq; -- grows with every change of facts or schedule; feeds are made anew behind it

CREATE TABLE person (
    id       text PRIMARY KEY,
    body     jsonb       NOT NULL,
    known_at timestamptz NOT NULL
);

CREATE TABLE matter (
    id       text PRIMARY KEY,
    body     jsonb       NOT NULL,
    known_at timestamptz NOT NULL,
    changed  bigint      NOT NULL DEFAULT nextval('change_seq')
);

CREATE TABLE entry (
    id         text PRIMARY KEY,
    matter     text        NOT NULL REFERENCES matter,
    kind       text        NOT NULL,
    title      text        NOT NULL,
    status     text        NOT NULL,
    -- when: a whole day (with an hour or not), a time, or waiting for a date
    day        date,
    hour       time,
    starts     timestamp,
    ends       timestamp,
    zone       text        NOT NULL,
    due_at     timestamptz,                 -- what the columns above come to, with tzdb
    tzdb       text        NOT NULL,
    court      text,
    event      text,
    service    text,
    party      text,
    owner      text,
    location   text,
    mode       text,
    notes      text,
    authority  text,
    -- entered: source and id; derived: trigger, rule, occurrence and steps
    source     text,
    source_id  text,
    trigger    text,
    rule       text,
    occurrence int,
    steps      jsonb,
    revision   int         NOT NULL,
    known_at   timestamptz NOT NULL,
    acted_by   text,                        -- the last person who changed it by an act; empty: only sources did
    acted_at   timestamptz,
    UNIQUE (source, source_id),
    CHECK (starts IS NULL OR day IS NOT NULL),
    CHECK ((source IS NULL) = (trigger IS NOT NULL))
);
CREATE INDEX entry_matter ON entry (matter);
CREATE INDEX entry_day ON entry (day);
CREATE INDEX entry_trigger ON entry (trigger) WHERE trigger IS NOT NULL;

CREATE TABLE entry_revision (
    entry    text        NOT NULL REFERENCES entry,
    revision int         NOT NULL,
    known_at timestamptz NOT NULL,
    cause    text        NOT NULL,          -- entered, loaded, moved, corrected, cancelled, derived
    by_whom  text        NOT NULL,
    reason   text,
    day      date,
    hour     time,
    starts   timestamp,
    ends     timestamp,
    zone     text        NOT NULL,
    location text,
    mode     text,
    PRIMARY KEY (entry, revision)
);

-- What each source said last time of each of its rows, so that an unchanged row never undoes a person's act.
CREATE TABLE source_row (
    source  text        NOT NULL,
    kind    text        NOT NULL,           -- entry, person, matter
    id      text        NOT NULL,
    target  text        NOT NULL,           -- the id of the row it made or changed here
    said    jsonb       NOT NULL,
    seen_at timestamptz NOT NULL,
    missing int         NOT NULL DEFAULT 0, -- in how many loads in a row it was not there
    PRIMARY KEY (source, kind, id)
);
CREATE INDEX source_row_target ON source_row (target);

CREATE TABLE question (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    entry      text        NOT NULL REFERENCES entry,
    matter     text        NOT NULL REFERENCES matter,
    code       text        NOT NULL,        -- weekend, holiday, both-changed, probable-duplicate, ...
    sentence   text        NOT NULL,
    detail     jsonb       NOT NULL,
    asked      text        NOT NULL,
    asked_at   timestamptz NOT NULL,
    told       boolean     NOT NULL DEFAULT false, -- whether it has been put into a reminder, its own or one for several
    settled_at timestamptz,
    settled_by text,
    settled_as text
);
CREATE INDEX question_open ON question (entry, code) WHERE settled_at IS NULL;
CREATE INDEX question_matter ON question (matter, code) WHERE settled_at IS NULL;
CREATE INDEX question_untold ON question (asked, id) WHERE settled_at IS NULL AND NOT told;

-- Matters whose facts a load changed and that are not planned with them yet: what a crash in between leaves to be done.
CREATE TABLE unplanned (
    matter text        NOT NULL REFERENCES matter,
    since  timestamptz NOT NULL,            -- when what is not planned yet became known: each load takes back its own
    PRIMARY KEY (matter, since)
);

-- The schedule. A reminder is the unit that is planned, claimed and sent; an ask has the answer and the escalation.
CREATE TABLE hold (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    why         text        NOT NULL,
    made_at     timestamptz NOT NULL,
    made_by     text        NOT NULL,
    released_at timestamptz,
    released_by text
);

CREATE TABLE ask (
    id            text PRIMARY KEY,
    entry         text REFERENCES entry,    -- empty: an alarm of the engine itself
    matter        text REFERENCES matter,
    revision      int         NOT NULL,
    purpose       text        NOT NULL,
    ladder        text        NOT NULL,
    rung          text        NOT NULL,
    asked         text        NOT NULL,
    step          int         NOT NULL,
    answer_within text,                     -- 4 business hours; empty: no answer is wanted
    state         text        NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'answered', 'escalated', 'closed')),
    first_sent_at timestamptz,
    silent_at     timestamptz,              -- when its silence becomes too long; the next step is due then
    next_step     int         NOT NULL DEFAULT 1,
    answer        text,                     -- have-it, not-ready
    answered_by   text,
    answered_at   timestamptz,
    answered_how  text,                     -- page, sms, email, api, command
    reason        text,                     -- why it was escalated or closed
    planned_at    timestamptz NOT NULL
);
CREATE INDEX ask_silent ON ask (silent_at) WHERE state IN ('open', 'escalated') AND silent_at IS NOT NULL;
CREATE INDEX ask_entry ON ask (entry, revision, ladder, rung);
CREATE INDEX ask_matter ON ask (matter);

-- Whose silence, or failure, led to which further ask: the chain of one ask's escalation, step by step.
CREATE TABLE escalation (
    root text        NOT NULL REFERENCES ask,
    step int         NOT NULL,
    ask  text        NOT NULL REFERENCES ask,
    why  text        NOT NULL,
    at   timestamptz NOT NULL,
    PRIMARY KEY (root, ask)
);
CREATE INDEX escalation_ask ON escalation (ask);

CREATE TABLE message (
    id         text PRIMARY KEY,            -- the same for the same reminders, so that a resend has the same Message-ID
    channel    text        NOT NULL,
    recipient  text        NOT NULL,
    address    text        NOT NULL,
    subject    text,
    body       text        NOT NULL,        -- as sent, with the place of answer links, never their tokens
    made_at    timestamptz NOT NULL,
    provider_id text,
    provider_state text,
    provider_rank  int NOT NULL DEFAULT 0
);
CREATE UNIQUE INDEX message_provider ON message (provider_id) WHERE provider_id IS NOT NULL;

CREATE TABLE reminder (
    id            text PRIMARY KEY,
    ask           text        NOT NULL REFERENCES ask,
    entry         text REFERENCES entry,
    matter        text REFERENCES matter,
    revision      int         NOT NULL,
    purpose       text        NOT NULL,
    asked         text        NOT NULL,
    recipient     text        NOT NULL,
    channel       text        NOT NULL,
    due_at        timestamptz NOT NULL,
    due_local     timestamp   NOT NULL,     -- the local time that due_at was computed from, with zone and tzdb
    due_zone      text        NOT NULL,
    tzdb          text        NOT NULL,
    book          text        NOT NULL,
    first_owed_at timestamptz NOT NULL,
    entered_late  boolean     NOT NULL DEFAULT false,
    suppressed_as text,                     -- why planning lets it not go out; empty: it was to go
    why           text        NOT NULL,
    state         text        NOT NULL CHECK (state IN
                      ('planned', 'held', 'sending', 'sent', 'delivered', 'failed', 'suppressed', 'withdrawn')),
    state_reason  text,
    state_at      timestamptz NOT NULL,
    hold          bigint REFERENCES hold,
    try_at        timestamptz NOT NULL,     -- due_at, or later after a try that may be repeated
    tries         int         NOT NULL DEFAULT 0,
    lease_until   timestamptz,
    fence         bigint      NOT NULL DEFAULT 0,
    message       text REFERENCES message,
    sent_at       timestamptz,
    possible_duplicate boolean NOT NULL DEFAULT false,
    followed_up   boolean     NOT NULL DEFAULT false -- whether a failure led on: another channel, the next person
);
CREATE INDEX reminder_due ON reminder (try_at, recipient, channel) WHERE state = 'planned';
CREATE INDEX reminder_leased ON reminder (lease_until) WHERE state = 'sending';
CREATE INDEX reminder_matter ON reminder (matter);
CREATE INDEX reminder_entry ON reminder (entry, revision);
CREATE INDEX reminder_ask ON reminder (ask);
CREATE INDEX reminder_message ON reminder (message);
CREATE INDEX reminder_held ON reminder (state) WHERE state = 'held';
CREATE INDEX reminder_failed ON reminder (state_at) WHERE state = 'failed' AND NOT followed_up;

-- What was really tried. The row is committed before the network is touched.
CREATE TABLE attempt (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    message     text        NOT NULL REFERENCES message,
    number      int         NOT NULL,
    node        text        NOT NULL,
    began_at    timestamptz NOT NULL,
    ended_at    timestamptz,
    outcome     text,                       -- accepted, retry, refused, misconfigured, opted-out, unknown; empty: under way
    detail      text,
    late_result boolean     NOT NULL DEFAULT false -- the fence refused it; recorded all the same
);
CREATE INDEX attempt_message ON attempt (message);

CREATE TABLE attempt_reminder (
    attempt  bigint NOT NULL REFERENCES attempt,
    reminder text   NOT NULL REFERENCES reminder,
    code     text,                          -- the reply code of its line
    fence    bigint NOT NULL,
    PRIMARY KEY (attempt, reminder)
);
CREATE INDEX attempt_reminder_reminder ON attempt_reminder (reminder);

-- Reply codes, unique among a person's open asks.
CREATE TABLE reply_code (
    person    text        NOT NULL,
    code      text        NOT NULL,
    ask       text        NOT NULL REFERENCES ask,
    made_at   timestamptz NOT NULL,
    closed_at timestamptz
);
CREATE UNIQUE INDEX reply_code_open ON reply_code (person, code) WHERE closed_at IS NULL;
CREATE UNIQUE INDEX reply_code_ask ON reply_code (person, ask);

-- What came in from outside, as it came; handled later.
CREATE TABLE inbound (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    channel     text        NOT NULL,
    kind        text        NOT NULL,       -- status, reply
    dedupe      text        NOT NULL,
    received_at timestamptz NOT NULL,
    body        jsonb       NOT NULL,
    handled_at  timestamptz,
    outcome     text,
    UNIQUE (channel, kind, dedupe)
);
CREATE INDEX inbound_open ON inbound (id) WHERE handled_at IS NULL;

-- Addresses that must not or cannot be used for now.
CREATE TABLE suppression (
    channel  text        NOT NULL,
    address  text        NOT NULL,
    why      text        NOT NULL,          -- opted-out, refused
    detail   text,
    since    timestamptz NOT NULL,
    ended_at timestamptz
);
CREATE UNIQUE INDEX suppression_open ON suppression (channel, address) WHERE ended_at IS NULL;

-- A channel that is down as a whole is one incident, not two hundred failures.
CREATE TABLE incident (
    id       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    channel  text        NOT NULL,
    reason   text        NOT NULL,
    began_at timestamptz NOT NULL,
    ended_at timestamptz,
    told     boolean     NOT NULL DEFAULT false
);
CREATE UNIQUE INDEX incident_open ON incident (channel) WHERE ended_at IS NULL;

-- Capability addresses of feeds, and API tokens: random, shown once, stored hashed.
CREATE TABLE token (
    id         text PRIMARY KEY,
    hash       bytea       NOT NULL UNIQUE,
    purpose    text        NOT NULL,        -- feed, api
    person     text        NOT NULL,        -- who sees by it
    scope      jsonb       NOT NULL,        -- what it shows: person, team, matter or court; level of detail
    made_at    timestamptz NOT NULL,
    made_by    text        NOT NULL,
    expires_at timestamptz,
    revoked_at timestamptz,
    last_used_at timestamptz,
    last_used_by text
);

CREATE TABLE feed (
    token    text PRIMARY KEY REFERENCES token,
    change   bigint      NOT NULL,          -- the change_seq that it shows
    made_at  timestamptz NOT NULL,          -- when its bytes last became different
    etag     text        NOT NULL,
    bytes    bytea       NOT NULL
);

-- Proof of what happened: rows written in the transaction of the act, chained behind it.
CREATE TABLE audit (
    seq    bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at     timestamptz NOT NULL,
    who    text        NOT NULL,
    act    text        NOT NULL,
    matter text,
    entry  text,
    person text,
    detail jsonb       NOT NULL
);
CREATE INDEX audit_entry ON audit (entry) WHERE entry IS NOT NULL;
CREATE INDEX audit_matter ON audit (matter) WHERE matter IS NOT NULL;

-- A row's number is taken before its transaction ends, so rows can appear out of order: the chain has places of its own.
CREATE TABLE audit_link (
    place bigint PRIMARY KEY,
    seq   bigint NOT NULL UNIQUE REFERENCES audit,
    hash  bytea  NOT NULL
);

-- The processes that serve this firm.
CREATE TABLE node (
    id         text PRIMARY KEY,
    started_at timestamptz NOT NULL,
    seen_at    timestamptz NOT NULL,
    version    text        NOT NULL,
    tzdb       text        NOT NULL,
    notes      jsonb       NOT NULL DEFAULT '{}'
);
