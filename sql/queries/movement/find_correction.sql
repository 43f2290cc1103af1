SELECT m.number
FROM liban.fund f
JOIN liban.ledger_movement m ON m.town = f.town AND m.year = f.year AND m.fund = f.id
WHERE f.town = $1 AND f.id = $2 AND m.corrects = $3
