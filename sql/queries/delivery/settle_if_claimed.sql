-- Only who claimed it last says what became of it.
UPDATE liban.delivery SET sent_at = now(), lease_until = NULL, last_problem = NULL
WHERE town = $1 AND id = $2 AND attempts = $3 AND sent_at IS NULL
