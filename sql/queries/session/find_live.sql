SELECT r.town, r.id, r.name, r.assignments, s.number, liban.microseconds(s.expires_at),
    liban.microseconds(s.last_seen_at), s.limited_to
FROM liban.session s
JOIN liban.person_record r ON r.town = s.town AND r.id = s.person
WHERE s.token_hash = $1 AND s.closed_at IS NULL AND s.expires_at > $2::timestamptz
    AND s.last_seen_at + make_interval(secs => s.idle_seconds) > $2::timestamptz
