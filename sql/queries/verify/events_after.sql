-- The whole logs of the same projects.
WITH batch AS (
    SELECT town, year, serial FROM liban.project
    WHERE (town, year, serial) > ($1::int, $2::int, $3::int) ORDER BY town, year, serial LIMIT $4
)
SELECT e.town, e.year, e.serial, e.seq, e.kind, e.body, e.person, e.role, liban.day_number(e.effective_on),
    liban.microseconds(e.recorded_at), e.late_reason, e.previous_hash, e.hash
FROM batch
JOIN liban.project_event e USING (town, year, serial)
ORDER BY e.town, e.year, e.serial, e.seq
