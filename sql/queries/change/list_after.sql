-- The log of a town after a place ($2 transaction, $3 year, $4 serial, $5 sequence), up to the first transaction that
-- is still under way: whatever commits later lies behind it.
SELECT e.xact::text::bigint, e.year, e.serial, e.seq, e.kind
FROM liban.project_event e
WHERE e.town = $1 AND (e.xact, e.year, e.serial, e.seq) > ($2::text::xid8, $3::int, $4::int, $5::int)
    AND e.xact < pg_snapshot_xmin(pg_current_snapshot())
ORDER BY e.xact, e.year, e.serial, e.seq
LIMIT $6
