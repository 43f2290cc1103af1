-- A whole year in the order of the sheets.
SELECT r.* FROM liban.project_record r
WHERE r.town = $1 AND r.year = $2
ORDER BY r.area_position, r.unit_position, r.serial
