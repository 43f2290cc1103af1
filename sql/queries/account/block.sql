-- Blocks the account at $3, or lifts the block when it is nothing; its sessions and tokens end with it.
WITH changed AS (
    UPDATE liban.account SET blocked_at = $3::timestamptz
    WHERE town = $1 AND person = $2 AND (blocked_at IS NULL) = ($3::timestamptz IS NOT NULL)
    RETURNING town, person
), closed AS (
    UPDATE liban.session s SET closed_at = $3::timestamptz FROM changed c
    WHERE s.town = c.town AND s.person = c.person AND s.closed_at IS NULL AND $3::timestamptz IS NOT NULL
), revoked AS (
    UPDATE liban.access_token t SET revoked_at = $3::timestamptz FROM changed c
    WHERE t.town = c.town AND t.person = c.person AND t.revoked_at IS NULL AND $3::timestamptz IS NOT NULL
)
SELECT liban.require_row((SELECT count(*) FROM changed), 'account_there')
