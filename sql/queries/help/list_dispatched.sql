-- Projects with dispatches, newest first, before the key ($2 year, $3 serial), each with its fold.
SELECT r.*, p.fold
FROM (
    SELECT DISTINCT e.year, e.serial FROM liban.project_event e
    WHERE e.town = $1 AND e.kind = 'dispatched' AND (e.year, e.serial) < ($2::int, $3::int)
    ORDER BY e.year DESC, e.serial DESC
    LIMIT $4) AS k
JOIN liban.project p ON p.town = $1 AND p.year = k.year AND p.serial = k.serial
JOIN liban.project_record r ON r.town = $1 AND r.year = k.year AND r.serial = k.serial
ORDER BY k.year DESC, k.serial DESC
