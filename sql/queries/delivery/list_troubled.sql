-- What did not arrive at the first attempt, the newest first.
SELECT d.id, r.address, d.subject, d.attempts, liban.microseconds(d.due_at), d.last_problem, d.given_up_at IS NOT NULL
FROM liban.delivery d
JOIN liban.recipient r ON r.town = d.town AND r.id = d.recipient
WHERE d.town = $1 AND d.sent_at IS NULL AND d.last_problem IS NOT NULL
ORDER BY d.id DESC
LIMIT $2
