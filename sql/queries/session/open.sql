INSERT INTO liban.session (token_hash, town, person, opened_at, expires_at, last_seen_at, idle_seconds, limited_to,
    address, client)
VALUES ($1, $2, $3, $4, $5, $4, $6, $7, $8, $9)
