-- How an entry stood after one act, and before a later one, is looked up by the entry.
CREATE INDEX fact_version_key ON fact_version (kind, key, id);
