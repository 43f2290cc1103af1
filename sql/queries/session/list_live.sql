SELECT number, liban.microseconds(opened_at), liban.microseconds(last_seen_at), liban.microseconds(expires_at), address,
    client
FROM liban.session
WHERE town = $1 AND person = $2 AND closed_at IS NULL AND expires_at > $3::timestamptz
    AND last_seen_at + make_interval(secs => idle_seconds) > $3::timestamptz
ORDER BY number DESC LIMIT 100
