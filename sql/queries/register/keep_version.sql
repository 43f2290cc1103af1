INSERT INTO liban.register_version (town, register, id, version, body, person, changed_at)
VALUES ($1, $2, $3, $4, $5, $6, $7)
