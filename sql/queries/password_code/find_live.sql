SELECT code_hash FROM liban.password_code
WHERE town = $1 AND person = $2 AND used_at IS NULL AND expires_at > $3::timestamptz
ORDER BY number DESC LIMIT 1
