SELECT r.* FROM liban.project_file_record r
WHERE r.town = $1 AND r.year = $2 AND r.serial = $3
ORDER BY r.added_at, r.sha256
LIMIT 100
