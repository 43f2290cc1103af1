SELECT password_hash FROM liban.former_password WHERE town = $1 AND person = $2 ORDER BY until DESC LIMIT $3
