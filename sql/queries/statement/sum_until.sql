-- What went from which account to which, up to and with one movement ($3 its booking day, $4 its number).
SELECT m.kind, m.from_account, m.to_account, sum(m.amount_fen)::bigint, count(*)
FROM liban.fund f
JOIN liban.ledger_movement m ON m.town = f.town AND m.year = f.year AND m.fund = f.id
WHERE f.town = $1 AND f.id = $2 AND (m.booked_on, m.number) <= ($3::date, $4)
GROUP BY m.kind, m.from_account, m.to_account
