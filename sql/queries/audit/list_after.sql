-- The oldest first, after number $2: for exports and verification.
SELECT e.number, liban.microseconds(e.at), e.person, p.name, e.act, e.result, e.subject, e.detail, e.address, e.request,
    e.previous_hash, e.hash
FROM liban.audit_entry e
LEFT JOIN liban.person p ON p.town = e.town AND p.id = e.person
WHERE e.town = $1 AND e.number > $2::bigint
ORDER BY e.number LIMIT $3
