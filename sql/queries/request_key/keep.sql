INSERT INTO liban.request_key (town, person, key, fingerprint, status, version, body)
VALUES ($1, $2, $3, $4, $5, $6, $7)
