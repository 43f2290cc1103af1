-- The same, newest first: before the key ($2 year, $3 serial).
SELECT r.* FROM liban.project_search s
JOIN liban.project_record r ON r.town = s.town AND r.year = s.year AND r.serial = s.serial
WHERE s.town = $1 AND s.grams @> $6::text[] AND s.key LIKE $7 AND (r.year, r.serial) < ($2::int, $3::int)
    AND ($4::int IS NULL OR r.area = $4)
ORDER BY r.year DESC, r.serial DESC
LIMIT $5
