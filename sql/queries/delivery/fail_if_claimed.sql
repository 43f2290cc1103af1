UPDATE liban.delivery
SET lease_until = NULL, last_problem = $4, due_at = now() + make_interval(secs => $5),
    given_up_at = CASE WHEN $6 THEN now() END
WHERE town = $1 AND id = $2 AND attempts = $3 AND sent_at IS NULL
