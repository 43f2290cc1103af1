-- The newest counts: those before it are used up.
WITH old AS (
    UPDATE liban.password_code SET used_at = $5 WHERE town = $1 AND person = $2 AND used_at IS NULL
)
INSERT INTO liban.password_code (town, person, code_hash, issued_by, issued_at, expires_at)
VALUES ($1, $2, $3, $4, $5, $6)
