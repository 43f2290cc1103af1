UPDATE liban.account SET failures = 0, locked_until = NULL
WHERE login = $1 AND (failures > 0 OR locked_until IS NOT NULL)
