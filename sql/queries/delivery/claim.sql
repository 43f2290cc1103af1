-- Takes messages that are due and in nobody's hands; who takes them has them for a while.
UPDATE liban.delivery d
SET lease_until = now() + make_interval(secs => $2), attempts = d.attempts + 1
FROM (
    SELECT w.town, w.id FROM liban.delivery w
    WHERE w.sent_at IS NULL AND w.given_up_at IS NULL AND w.due_at <= now()
        AND (w.lease_until IS NULL OR w.lease_until < now())
    ORDER BY w.due_at
    LIMIT $1
    FOR UPDATE SKIP LOCKED
) due
JOIN liban.recipient r ON r.town = due.town
WHERE d.town = due.town AND d.id = due.id AND r.id = d.recipient
RETURNING d.town, d.id, d.attempts, d.effect, d.subject, d.body, d.year, d.serial, d.document,
    liban.microseconds(d.put_at), r.kind, r.address, r.secret
