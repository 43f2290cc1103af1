-- Whose money the fund of a programme ($2) and a year ($3) holds, after the key ($4 year, $5 serial).
SELECT r.*
FROM liban.project p
JOIN liban.project_record r ON r.town = p.town AND r.year = p.year AND r.serial = p.serial
WHERE p.town = $1 AND p.programme = $2 AND coalesce(p.fund_year, p.year) = $3 AND p.encumbered_fen > 0
    AND (p.year, p.serial) > ($4::int, $5::int)
ORDER BY p.year, p.serial
LIMIT $6
