-- Opinions that led to a project or are about it; a link that was taken back does not count.
SELECT r.* FROM liban.opinion_record r
WHERE r.town = $1 AND r.number IN (
    SELECT o.number FROM liban.opinion o WHERE o.town = $1 AND o.year = $2 AND o.serial = $3
    UNION
    SELECT s.opinion FROM liban.opinion_step s
    WHERE s.town = $1 AND s.year = $2 AND s.serial = $3
    GROUP BY s.opinion HAVING (array_agg(s.kind ORDER BY s.step DESC))[1] <> 'unlinked')
ORDER BY r.number
LIMIT 100
