-- The same, for those whose due day was computed without a holiday table.
SELECT year, serial FROM liban.running_project
WHERE town = $1 AND (year, serial) > ($2::int, $3::int) AND due_provisional
ORDER BY year, serial
LIMIT $4
