SELECT m.number, m.kind, m.amount_fen, m.project_year, m.project_serial, p.number, liban.day_number(m.effective_on),
    liban.microseconds(m.recorded_at), m.reason, m.corrects
FROM liban.fund f
JOIN liban.ledger_movement m ON m.town = f.town AND m.year = f.year AND m.fund = f.id
LEFT JOIN liban.project p ON p.town = m.town AND p.year = m.project_year AND p.serial = m.project_serial
WHERE f.town = $1 AND f.id = $2 AND m.number > $3
ORDER BY m.number
LIMIT $4
