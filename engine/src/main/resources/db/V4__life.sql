-- Receipts: proof that something was done, or that it was not taken. The bytes lie in the home's receipts folder under their
-- SHA-256; nothing here is changed or removed.
CREATE TABLE receipt (
    id      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    entry   text        NOT NULL REFERENCES entry,
    matter  text        NOT NULL REFERENCES matter,
    verdict text        NOT NULL CHECK (verdict IN ('submitted', 'accepted', 'rejected')),
    text    text,                           -- its number, or what it says: ECF 41
    sha256  text CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    name    text,                           -- of the file as it was given
    size    bigint,                         -- in bytes
    by_whom text        NOT NULL,
    at      timestamptz NOT NULL,
    road    text        NOT NULL,           -- command, page, sms, email, api
    CHECK ((sha256 IS NULL) = (name IS NULL) AND (sha256 IS NULL) = (size IS NULL)),
    CHECK (sha256 IS NOT NULL OR text IS NOT NULL OR verdict = 'rejected')
);
CREATE INDEX receipt_entry ON receipt (entry, id);
