-- How the encumbrances of the same projects ended.
WITH batch AS (
    SELECT town, year, serial FROM liban.project
    WHERE (town, year, serial) > ($1::int, $2::int, $3::int) ORDER BY town, year, serial LIMIT $4
)
SELECT r.town, r.year, r.serial, r.awarded_seq, r.resolved_seq, r.resolution
FROM batch
JOIN liban.encumbrance_resolution r USING (town, year, serial)
ORDER BY r.town, r.year, r.serial, r.resolved_seq
