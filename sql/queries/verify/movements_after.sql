-- The movements of the same projects, in the order of their causes.
WITH batch AS (
    SELECT town, year, serial FROM liban.project
    WHERE (town, year, serial) > ($1::int, $2::int, $3::int) ORDER BY town, year, serial LIMIT $4
)
SELECT m.town, m.project_year, m.project_serial, m.event_seq, m.kind, m.amount_fen, coalesce(m.person, 0),
    liban.day_number(m.effective_on), liban.microseconds(m.recorded_at), m.year, m.fund, m.number, c.event_seq
FROM batch
JOIN liban.ledger_movement m
    ON m.town = batch.town AND m.project_year = batch.year AND m.project_serial = batch.serial
LEFT JOIN liban.ledger_movement c
    ON c.town = m.town AND c.year = m.year AND c.fund = m.fund AND c.number = m.corrects
ORDER BY m.town, m.project_year, m.project_serial, m.event_seq, m.year, m.number
