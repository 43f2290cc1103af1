-- After the key ($2 due day or infinity, $3 year, $4 serial); $5 area and $6 limit narrow it.
SELECT r.* FROM liban.project_record r
WHERE r.town = $1 AND (r.due_order, r.year, r.serial) > ($2::date, $3::int, $4::int)
    AND ($5::int IS NULL OR r.area = $5)
ORDER BY r.due_order, r.year, r.serial
LIMIT $6
