-- People by number after $2, with what an administrator of security has to see of their accounts.
SELECT r.town, r.id, r.name, r.assignments, a.login, a.password_hash IS NOT NULL, liban.microseconds(a.blocked_at),
    f.confirmed_at IS NOT NULL,
    liban.microseconds((SELECT max(s.opened_at) FROM liban.session s WHERE s.town = r.town AND s.person = r.id)),
    (SELECT string_agg(o.issuer || ' ' || o.subject, E'\n' ORDER BY o.issuer) FROM liban.outside_identity o
     WHERE o.town = r.town AND o.person = r.id)
FROM liban.person_record r
LEFT JOIN liban.account a ON a.town = r.town AND a.person = r.id
LEFT JOIN liban.second_factor f ON f.town = r.town AND f.person = r.id
WHERE r.town = $1 AND r.id > $2 ORDER BY r.id LIMIT $3
