-- The same within one state ($7), by its own index.
SELECT r.* FROM liban.project_record r
WHERE r.town = $1 AND r.state = $7 AND (r.due_order, r.year, r.serial) > ($2::date, $3::int, $4::int)
    AND ($5::int IS NULL OR r.area = $5)
ORDER BY r.due_order, r.year, r.serial
LIMIT $6
