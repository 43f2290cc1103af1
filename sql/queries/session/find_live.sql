SELECT r.town, r.id, r.name, r.assignments
FROM liban.session s
JOIN liban.person_record r ON r.town = s.town AND r.id = s.person
WHERE s.token_hash = $1 AND s.closed_at IS NULL AND s.expires_at > $2::timestamptz
