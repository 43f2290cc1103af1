-- Newest first, before $3; of one unit ($4), about one project ($5 year, $6 serial), with a problem that was not found
-- mended yet ($7), where these are given.
SELECT e.id, e.version, e.unit, u.name, e.body, p.name, liban.microseconds(e.changed_at)
FROM liban.register_entry e
JOIN liban.person p ON p.town = e.town AND p.id = e.person
LEFT JOIN liban.unit u ON u.town = e.town AND u.id = e.unit
WHERE e.town = $1 AND e.register = $2 AND e.id < $3 AND ($4::int IS NULL OR e.unit = $4)
    AND ($5::int IS NULL OR EXISTS (
        SELECT FROM liban.register_project l
        WHERE l.town = e.town AND l.register = e.register AND l.id = e.id AND l.year = $5 AND l.serial = $6))
    AND ($7::boolean IS NULL OR (coalesce(e.has_problem, false) AND e.recheck_passed IS NOT TRUE) = $7)
ORDER BY e.id DESC
LIMIT $8
