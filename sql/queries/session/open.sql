INSERT INTO liban.session (token_hash, town, person, opened_at, expires_at) VALUES ($1, $2, $3, $4, $5)
