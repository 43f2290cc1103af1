-- The first transaction that is not over yet.
SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint
