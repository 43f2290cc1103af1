WITH codes AS (DELETE FROM liban.recovery_code WHERE town = $1 AND person = $2)
DELETE FROM liban.second_factor WHERE town = $1 AND person = $2 RETURNING person
