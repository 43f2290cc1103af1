-- Before the key ($2 year, $3 serial), the newest first; $4 unit and $5 state narrow it.
SELECT p.fold, p.town_name, p.area_name, p.unit_name, p.number, p.number_prefix, p.programme, p.policy_version
FROM liban.published_project p
WHERE p.town = $1 AND (p.year, p.serial) < ($2::int, $3::int) AND ($4::int IS NULL OR p.unit = $4)
    AND ($5::text IS NULL OR p.state = $5)
ORDER BY p.year DESC, p.serial DESC
LIMIT $6
