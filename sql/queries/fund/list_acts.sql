-- What was done to a fund's year up to and with a day, oldest first.
SELECT a.act, liban.day_number(a.effective_on), w.name, a.reason
FROM liban.fund_act a
JOIN liban.person w ON w.town = a.town AND w.id = a.person
WHERE a.town = $1 AND a.fund = $2 AND a.effective_on <= $3::date
ORDER BY a.number
