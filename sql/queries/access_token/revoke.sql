UPDATE liban.access_token SET revoked_at = $4
WHERE town = $1 AND person = $2 AND number = $3 AND revoked_at IS NULL RETURNING number
