-- A version concerns every town that follows its programme ($1), each in its own chain; in one order, for their locks.
SELECT liban.append_audit(t.id, clock_timestamp(), NULL, $2, 'done', $3, '', $4, $5)
FROM (SELECT id FROM liban.town WHERE programme = $1 ORDER BY id) AS t
