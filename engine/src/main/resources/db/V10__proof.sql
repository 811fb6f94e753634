-- Proof that everybody was told, the guards, the heartbeat, and fire drills.

-- How facts stood before they were changed, so that each night can be judged by what was known in it. Kept by triggers,
-- whoever changes a row and by whatever way; the audit's rows of the same transaction say when that was.
CREATE TABLE fact_version (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    kind       text NOT NULL,               -- person, matter, entry, book
    key        text NOT NULL,
    body       jsonb NOT NULL,              -- the whole row as it was
    xact       xid8 NOT NULL DEFAULT pg_current_xact_id(),
    changed_at timestamptz                  -- what the new row itself says; empty: it says nothing
);
CREATE INDEX fact_version_xact ON fact_version (xact);
CREATE INDEX fact_version_changed ON fact_version (changed_at);

ALTER TABLE audit ADD COLUMN xact xid8 DEFAULT pg_current_xact_id();
CREATE INDEX audit_xact ON audit (xact);

CREATE FUNCTION keep_person() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO fact_version (kind, key, body, changed_at) VALUES ('person', OLD.id, to_jsonb(OLD),
        CASE WHEN NEW.known_at <> OLD.known_at THEN NEW.known_at END);
    RETURN NULL;
END $$;
CREATE TRIGGER keep AFTER UPDATE ON person FOR EACH ROW
    WHEN (OLD.body IS DISTINCT FROM NEW.body) EXECUTE FUNCTION keep_person();

CREATE FUNCTION keep_matter() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO fact_version (kind, key, body, changed_at) VALUES ('matter', OLD.id, to_jsonb(OLD),
        CASE WHEN NEW.known_at <> OLD.known_at THEN NEW.known_at END);
    RETURN NULL;
END $$;
CREATE TRIGGER keep AFTER UPDATE ON matter FOR EACH ROW
    WHEN (OLD.body IS DISTINCT FROM NEW.body) EXECUTE FUNCTION keep_matter();

CREATE FUNCTION keep_entry() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO fact_version (kind, key, body, changed_at) VALUES ('entry', OLD.id, to_jsonb(OLD),
        CASE WHEN NEW.known_at <> OLD.known_at THEN NEW.known_at
            WHEN NEW.acted_at IS DISTINCT FROM OLD.acted_at THEN NEW.acted_at END);
    RETURN NULL;
END $$;
CREATE TRIGGER keep AFTER UPDATE ON entry FOR EACH ROW
    WHEN (OLD.* IS DISTINCT FROM NEW.*) EXECUTE FUNCTION keep_entry();

CREATE FUNCTION keep_book() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO fact_version (kind, key, body, changed_at) VALUES ('book', OLD.fingerprint, to_jsonb(OLD), NEW.since);
    RETURN NULL;
END $$;
CREATE TRIGGER keep AFTER UPDATE ON active_book FOR EACH ROW
    WHEN (OLD.fingerprint <> NEW.fingerprint) EXECUTE FUNCTION keep_book();

-- Until when each former version stood; empty: nothing says when it was changed.
CREATE VIEW fact_history AS
    SELECT v.*, coalesce((SELECT min(a.at) FROM audit a WHERE a.xact = v.xact), v.changed_at) AS until
    FROM fact_version v;

-- When each thing that is done at a set time is to be done next, by whichever process comes first.
CREATE TABLE appointment (
    name    text PRIMARY KEY,
    next_at timestamptz NOT NULL
);

-- Each coverage proof, and what it found missing.
CREATE TABLE proof (
    id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at        timestamptz NOT NULL,
    by_whom   text        NOT NULL,         -- tickler, or who asked for it
    since     timestamptz NOT NULL,         -- the reminders due from here to there were to be told,
    until     timestamptz NOT NULL,
    ahead     timestamptz NOT NULL,         -- and those due up to here to be planned
    owed      int         NOT NULL,
    told      int         NOT NULL,
    explained jsonb       NOT NULL,         -- how many were not told, by the reason that was verified
    planned   int         NOT NULL,
    gaps      int         NOT NULL,
    undated   int         NOT NULL,         -- changes of facts of which nothing says when they were made
    hash      text        NOT NULL          -- of all that was expected and what was found of it
);
CREATE TABLE proof_gap (
    proof    bigint      NOT NULL REFERENCES proof,
    number   int         NOT NULL,
    matter   text        NOT NULL,
    entry    text        NOT NULL,
    reminder text        NOT NULL,
    person   text        NOT NULL,
    channel  text        NOT NULL,
    due_at   timestamptz NOT NULL,
    sentence text        NOT NULL,
    PRIMARY KEY (proof, number)
);

-- What the guards found missing: seen first, seen last, and cleared. One that comes back is a new row.
CREATE TABLE finding (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    guard      text        NOT NULL,        -- the id of the rule
    watch      text        NOT NULL,        -- no-limitation, no-owner, ...
    subject    text        NOT NULL,        -- what it is about, so that it is known again
    matter     text,
    entry      text,
    person     text,
    sentence   text        NOT NULL,
    remedy     text        NOT NULL,
    first_seen timestamptz NOT NULL,
    last_seen  timestamptz NOT NULL,
    cleared_at timestamptz,
    told_at    timestamptz                  -- when somebody was last told
);
CREATE UNIQUE INDEX finding_open ON finding (guard, subject) WHERE cleared_at IS NULL;

-- The synthetic reminder that shows that the way is open, and what the outside monitor was told.
ALTER TABLE reminder ADD COLUMN synthetic boolean NOT NULL DEFAULT false;
CREATE TABLE heartbeat (
    only_one    boolean PRIMARY KEY DEFAULT true CHECK (only_one),
    planted_at  timestamptz,                -- when the synthetic reminder was last due
    tried_at    timestamptz,
    pinged_at   timestamptz,                -- when the monitor last heard that all is well
    latency_ms  bigint,                     -- how long the last synthetic reminder took from due to sent
    outcome     text        NOT NULL        -- in words
);

-- Fire drills: the entry of a drill climbs a real ladder, and its messages say that it is one.
CREATE TABLE drill (
    entry    text PRIMARY KEY REFERENCES entry,
    rule     text        NOT NULL,
    began_at timestamptz NOT NULL,
    by_whom  text        NOT NULL,
    ends_at  timestamptz NOT NULL,
    ended_at timestamptz,
    result   jsonb
);
