-- The first movement of a fund itself that is not what was sealed.
SELECT (s.m).town, (s.m).fund, (s.m).number
FROM (
    SELECT m, lag(m.hash) OVER (PARTITION BY m.town, m.year, m.fund ORDER BY m.number) AS previous
    FROM liban.ledger_movement m
    WHERE m.project_serial IS NULL
) s
WHERE (s.m).hash IS DISTINCT FROM liban.movement_hash(s.m, s.previous)
ORDER BY 1, 2, 3
LIMIT 1
