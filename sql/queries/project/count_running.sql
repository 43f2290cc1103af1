-- Running projects of all towns by state, and how many of them are past their due day ($1 today).
SELECT p.state, count(*), count(*) FILTER (WHERE p.due_on < $1::date)
FROM liban.project p
WHERE p.submitted_on IS NOT NULL AND p.completed_on IS NULL
    AND p.state NOT IN ('closedOut', 'declined', 'withdrawn', 'terminated')
GROUP BY p.state
ORDER BY p.state
