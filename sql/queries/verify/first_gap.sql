-- The first number that a fund has given and no movement bears.
SELECT f.town, f.id, n.number
FROM liban.fund f
CROSS JOIN LATERAL generate_series(1, f.movements) AS n (number)
LEFT JOIN liban.ledger_movement m
    ON m.town = f.town AND m.year = f.year AND m.fund = f.id AND m.number = n.number
WHERE m.number IS NULL
ORDER BY 1, 2, 3
LIMIT 1
