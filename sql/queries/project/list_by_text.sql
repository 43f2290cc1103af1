-- Those whose search key has the text ($8, for LIKE), found by its grams ($7); after the key, in the order of due days.
SELECT r.* FROM liban.project_search s
JOIN liban.project_record r ON r.town = s.town AND r.year = s.year AND r.serial = s.serial
WHERE s.town = $1 AND s.grams @> $7::text[] AND s.key LIKE $8
    AND (r.due_order, r.year, r.serial) > ($2::date, $3::int, $4::int) AND ($5::int IS NULL OR r.area = $5)
ORDER BY r.due_order, r.year, r.serial
LIMIT $6
