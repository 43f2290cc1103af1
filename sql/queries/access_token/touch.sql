UPDATE liban.access_token SET last_used_at = greatest(last_used_at, $2) WHERE token_hash = $1
