-- Not more than twenty live ones for one person.
WITH live AS (
    SELECT count(*) AS number FROM liban.access_token
    WHERE town = $2 AND person = $3 AND revoked_at IS NULL AND expires_at > $6::timestamptz
), issued AS (
    INSERT INTO liban.access_token (token_hash, town, person, name, scopes, issued_at, expires_at)
    SELECT $1, $2, $3, $4, $5, $6, $7 FROM live WHERE number < 20
    RETURNING number
)
SELECT (SELECT number FROM issued), liban.require_row((SELECT count(*) FROM issued), 'access_tokens_few')
