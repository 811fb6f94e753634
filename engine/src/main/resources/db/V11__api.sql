-- What other programs need of the house: answers that are kept, so that a request sent twice is done once, and the events
-- that go out to them.

-- What a request with an Idempotency-Key was answered; kept for a day. Neither the key nor the request stands here in clear.
CREATE TABLE api_reply (
    token   text        NOT NULL REFERENCES token,
    key     bytea       NOT NULL,           -- SHA-256 of the key
    request bytea       NOT NULL,           -- SHA-256 of what was asked: method, address and body
    status  int         NOT NULL,
    body    text        NOT NULL,
    made_at timestamptz NOT NULL,
    PRIMARY KEY (token, key)
);
CREATE INDEX api_reply_made ON api_reply (made_at);

-- How far the audit's chain was read for each webhook.
CREATE TABLE webhook (
    name          text PRIMARY KEY,
    place         bigint      NOT NULL,     -- of the last link that was read
    since         timestamptz NOT NULL,
    failing_since timestamptz               -- when a delivery was given up; empty again once one gets through
);

CREATE TABLE webhook_delivery (
    id       text PRIMARY KEY,              -- the same on every try
    hook     text        NOT NULL REFERENCES webhook,
    place    bigint      NOT NULL,          -- of the link that it tells of
    event    text        NOT NULL,          -- told, answered, moved, ...
    body     text        NOT NULL,
    made_at  timestamptz NOT NULL,
    state    text        NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'delivered', 'failed')),
    tries    int         NOT NULL DEFAULT 0,
    try_at   timestamptz NOT NULL,
    ended_at timestamptz,
    reason   text,                          -- what the other side said last
    UNIQUE (hook, place)
);
CREATE INDEX webhook_delivery_due ON webhook_delivery (hook, try_at) WHERE state = 'waiting';
