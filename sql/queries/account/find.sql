-- By login ($1), or by person ($2, $3).
SELECT r.town, r.id, r.name, r.assignments, a.login, a.password_hash, liban.microseconds(a.password_set_at),
    liban.microseconds(a.blocked_at), f.sealed, f.last_step
FROM liban.account a
JOIN liban.person_record r ON r.town = a.town AND r.id = a.person
LEFT JOIN liban.second_factor f ON f.town = a.town AND f.person = a.person AND f.confirmed_at IS NOT NULL
WHERE a.login = $1 OR (a.town = $2::int AND a.person = $3::int)
