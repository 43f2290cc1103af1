SELECT r.*
FROM liban.running_project u
JOIN liban.project_record r ON r.town = u.town AND r.year = u.year AND r.serial = u.serial
WHERE u.town = $1 AND u.unit = $2
ORDER BY r.year, r.serial
