DELETE FROM liban.recovery_code WHERE town = $1 AND person = $2
