-- Projects whose award was put on notice, the notice that ends last first, before the key ($2 its end, $3 year,
-- $4 serial).
SELECT r.* FROM liban.project_record r
JOIN liban.project p ON p.town = r.town AND p.year = r.year AND p.serial = r.serial
WHERE p.town = $1 AND p.notice_ends_on IS NOT NULL
    AND (p.notice_ends_on, p.year, p.serial) < ($2::date, $3::int, $4::int)
ORDER BY p.notice_ends_on DESC, p.year DESC, p.serial DESC
LIMIT $5
