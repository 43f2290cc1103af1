-- The same within one category ($9), by its own index.
SELECT r.* FROM liban.project_record r
WHERE r.town = $1 AND r.category = $9 AND (r.due_order, r.year, r.serial) > ($2::date, $3::int, $4::int)
    AND r.due_order <= $8::date AND ($5::int IS NULL OR r.area = $5) AND ($7::int IS NULL OR r.unit = $7)
ORDER BY r.due_order, r.year, r.serial
LIMIT $6
