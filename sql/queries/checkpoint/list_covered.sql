-- The next projects ($5 at most, after the key $2 to $4) that checkpoint $1 covered, with the entries as they are now;
-- an outer join, so that a log that is gone still shows what was signed.
WITH covered AS (
    SELECT h.town, h.year, h.serial, h.after_seq, h.seq, h.hash
    FROM liban.checkpoint_head h
    WHERE h.checkpoint = $1 AND (h.town, h.year, h.serial) > ($2::int, $3::int, $4::int)
    ORDER BY h.town, h.year, h.serial
    LIMIT $5
)
SELECT c.town, c.year, c.serial, c.after_seq, c.seq, c.hash, e.seq, e.hash
FROM covered c
LEFT JOIN liban.project_event e ON e.town = c.town AND e.year = c.year AND e.serial = c.serial
    AND e.seq > c.after_seq AND e.seq <= c.seq
ORDER BY c.town, c.year, c.serial, e.seq
