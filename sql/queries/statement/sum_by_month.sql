-- What went where in each month of booking, up to and with a day.
SELECT liban.day_number(date_trunc('month', m.booked_on)::date), m.kind, m.from_account, m.to_account,
    sum(m.amount_fen)::bigint, count(*)
FROM liban.fund f
JOIN liban.ledger_movement m ON m.town = f.town AND m.year = f.year AND m.fund = f.id
WHERE f.town = $1 AND f.id = $2 AND m.booked_on <= $3::date
GROUP BY 1, m.kind, m.from_account, m.to_account
ORDER BY 1
