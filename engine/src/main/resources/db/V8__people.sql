-- People change. Beside their facts: since when single ones are known, whom a consent was given for, when somebody goes.

ALTER TABLE matter
    -- by role, person and first day, since when that is known, where that is later than known_at
    ADD COLUMN team_known jsonb NOT NULL DEFAULT '{}';

ALTER TABLE person
    -- by channel, the date of the consent and the address it was given for
    ADD COLUMN consented jsonb NOT NULL DEFAULT '{}',
    ADD COLUMN changed bigint NOT NULL DEFAULT nextval('change_seq'),
    ADD COLUMN leaves_at timestamptz,       -- the beginning of the first day on which the person is no longer here
    ADD COLUMN departed_at timestamptz;     -- when what that ends was ended; empty: not yet

ALTER TABLE entry
    ADD COLUMN owned_at timestamptz;        -- when it got another owner than it was entered with
