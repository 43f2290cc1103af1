UPDATE liban.session SET last_seen_at = greatest(last_seen_at, $2) WHERE token_hash = $1 AND closed_at IS NULL
