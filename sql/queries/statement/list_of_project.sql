-- A project's movements as a statement shows them, in the order of its events; $4 the last day they count for.
SELECT m.number, m.kind, m.from_account, m.to_account, m.amount_fen, m.project_year, m.project_serial, p.number, p.title,
    u.name, e.kind, e.body, m.reason, w.name, liban.day_number(m.booked_on), liban.day_number(m.effective_on),
    liban.microseconds(m.recorded_at), m.corrects
FROM liban.ledger_movement m
JOIN liban.project p ON p.town = m.town AND p.year = m.project_year AND p.serial = m.project_serial
LEFT JOIN liban.unit u ON u.town = p.town AND u.id = p.unit
LEFT JOIN liban.project_event e
    ON e.town = m.town AND e.year = m.project_year AND e.serial = m.project_serial AND e.seq = m.event_seq
LEFT JOIN liban.person w ON w.town = m.town AND w.id = m.person
WHERE m.town = $1 AND m.project_year = $2 AND m.project_serial = $3 AND m.booked_on <= $4::date
ORDER BY m.event_seq, m.year, m.number
