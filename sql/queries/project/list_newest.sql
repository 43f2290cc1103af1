-- Before the key ($2 year, $3 serial); $4 area, $5 unit and $6 state narrow it.
SELECT r.* FROM liban.project_record r
WHERE r.town = $1 AND (r.year, r.serial) < ($2::int, $3::int)
    AND ($4::int IS NULL OR r.area = $4) AND ($5::int IS NULL OR r.unit = $5) AND ($6::text IS NULL OR r.state = $6)
ORDER BY r.year DESC, r.serial DESC
LIMIT $7
