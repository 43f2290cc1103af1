UPDATE liban.session SET closed_at = $2 WHERE token_hash = $1 AND closed_at IS NULL
