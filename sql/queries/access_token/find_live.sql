SELECT r.town, r.id, r.name, r.assignments, t.number, liban.microseconds(t.expires_at), liban.microseconds(t.last_used_at),
    array_to_string(t.scopes, ' ')
FROM liban.access_token t
JOIN liban.person_record r ON r.town = t.town AND r.id = t.person
JOIN liban.account a ON a.town = t.town AND a.person = t.person AND a.blocked_at IS NULL
WHERE t.token_hash = $1 AND t.revoked_at IS NULL AND t.expires_at > $2::timestamptz
