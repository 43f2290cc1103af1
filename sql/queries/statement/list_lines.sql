-- A fund's movements as a statement shows them, after one movement ($3 its booking day, $4 its number) and up to a day.
SELECT m.number, m.kind, m.from_account, m.to_account, m.amount_fen, m.project_year, m.project_serial, p.number, p.title,
    u.name, e.kind, e.body, m.reason, w.name, liban.day_number(m.booked_on), liban.day_number(m.effective_on),
    liban.microseconds(m.recorded_at), m.corrects
FROM liban.fund f
JOIN liban.ledger_movement m ON m.town = f.town AND m.year = f.year AND m.fund = f.id
LEFT JOIN liban.project p ON p.town = m.town AND p.year = m.project_year AND p.serial = m.project_serial
LEFT JOIN liban.unit u ON u.town = p.town AND u.id = p.unit
LEFT JOIN liban.project_event e
    ON e.town = m.town AND e.year = m.project_year AND e.serial = m.project_serial AND e.seq = m.event_seq
LEFT JOIN liban.person w ON w.town = m.town AND w.id = m.person
WHERE f.town = $1 AND f.id = $2 AND (m.booked_on, m.number) > ($3::date, $4) AND m.booked_on <= $5::date
ORDER BY m.booked_on, m.number
LIMIT $6
