SELECT r.town, r.id, r.name, r.assignments, a.password_hash, liban.microseconds(a.locked_until)
FROM liban.account a
JOIN liban.person_record r ON r.town = a.town AND r.id = a.person
WHERE a.login = $1
