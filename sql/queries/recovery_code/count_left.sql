SELECT count(*) FROM liban.recovery_code WHERE town = $1 AND person = $2 AND used_at IS NULL
