SELECT r.* FROM liban.project_file_record r
WHERE r.town = $1 AND r.year = $2 AND r.serial = $3 AND r.key = decode($4, 'hex')
