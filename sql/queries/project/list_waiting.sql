-- What may wait for one of the roles ($7), after the key ($2 due day or infinity, $3 year, $4 serial), within a unit
-- ($5) or an area ($6) where one is given.
SELECT r.* FROM liban.project_record r
WHERE r.town = $1 AND r.waits_for <> '{}' AND r.waits_for && $7::text[]
    AND (r.due_order, r.year, r.serial) > ($2::date, $3::int, $4::int)
    AND ($5::int IS NULL OR r.unit = $5) AND ($6::int IS NULL OR r.area = $6)
ORDER BY r.due_order, r.year, r.serial
LIMIT $8
