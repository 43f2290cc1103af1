-- The next projects ($4 at most, after the key $1 to $3) whose log has grown beyond the newest checkpoint, with the
-- entries since, each with its project's new head.
WITH grown AS (
    SELECT p.town, p.year, p.serial, coalesce(h.seq, 0) AS after_seq, p.version AS seq, p.head_hash AS head
    FROM liban.project p
    LEFT JOIN LATERAL (
        SELECT c.seq FROM liban.checkpoint_head c
        WHERE c.town = p.town AND c.year = p.year AND c.serial = p.serial
        ORDER BY c.checkpoint DESC
        LIMIT 1) h ON true
    WHERE (p.town, p.year, p.serial) > ($1::int, $2::int, $3::int) AND p.version > coalesce(h.seq, 0)
    ORDER BY p.town, p.year, p.serial
    LIMIT $4
)
SELECT g.town, g.year, g.serial, g.after_seq, g.seq, g.head, e.seq, e.hash
FROM grown g
JOIN liban.project_event e ON e.town = g.town AND e.year = g.year AND e.serial = g.serial
    AND e.seq > g.after_seq AND e.seq <= g.seq
ORDER BY g.town, g.year, g.serial, e.seq
