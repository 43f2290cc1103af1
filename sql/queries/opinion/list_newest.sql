-- Before number $2; $3 unit, $4 fate and $5 who wrote it down narrow it.
SELECT r.* FROM liban.opinion_record r
WHERE r.town = $1 AND r.number < $2::int AND ($3::int IS NULL OR r.unit = $3) AND ($4::text IS NULL OR r.fate = $4)
    AND ($5::int IS NULL OR r.person = $5)
ORDER BY r.number DESC
LIMIT $6
