-- What the running program may do. Runs after every migration, as tickler_owner, and covers every table there is:
-- rows may be read and written, tables may not be changed, and of the audit, and of what
-- people said about entries, answered, sent attached to mail, gave as receipts and did to matters, and of sheets as they were told,
-- former facts and proofs, nothing may be changed or removed.

GRANT USAGE ON SCHEMA tickler TO tickler;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA tickler TO tickler;
GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA tickler TO tickler;

REVOKE INSERT, UPDATE, DELETE ON flyway_schema_history FROM tickler;

REVOKE UPDATE, DELETE ON audit, audit_link, instruction, answer, inbound_file, receipt, matter_act, matter_act_entry, act_before, sheet, sheet_paper, paper,
    fact_version, proof, proof_gap FROM tickler;
REVOKE DELETE ON feed_shown, feed_fetch FROM tickler;
