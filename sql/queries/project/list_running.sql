-- Keys only, after the key ($2 year, $3 serial).
SELECT year, serial FROM liban.running_project
WHERE town = $1 AND (year, serial) > ($2::int, $3::int)
ORDER BY year, serial
LIMIT $4
