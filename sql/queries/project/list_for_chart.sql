-- A whole year in the order of the sheets, each with its fold behind the record.
SELECT r.*, p.fold FROM liban.project_record r
JOIN liban.project p ON p.town = r.town AND p.year = r.year AND p.serial = r.serial
WHERE r.town = $1 AND r.year = $2
ORDER BY r.area_position, r.unit_position, r.serial
