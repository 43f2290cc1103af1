SELECT number, name, array_to_string(scopes, ' '), liban.microseconds(issued_at), liban.microseconds(expires_at),
    liban.microseconds(revoked_at), liban.microseconds(last_used_at)
FROM liban.access_token WHERE town = $1 AND person = $2 ORDER BY number DESC LIMIT 100
