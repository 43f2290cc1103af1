-- The newest first, before number $2; each narrowing is nothing when it is not asked for.
SELECT e.number, liban.microseconds(e.at), e.person, p.name, e.act, e.result, e.subject, e.detail, e.address, e.request,
    e.previous_hash, e.hash
FROM liban.audit_entry e
LEFT JOIN liban.person p ON p.town = e.town AND p.id = e.person
WHERE e.town = $1 AND e.number < $2::bigint
    AND ($3::int IS NULL OR e.person = $3) AND ($4::text IS NULL OR e.act = $4)
    AND ($5::text IS NULL OR e.result = $5) AND ($6::timestamptz IS NULL OR e.at >= $6)
    AND ($7::timestamptz IS NULL OR e.at < $7) AND ($8::text IS NULL OR position($8 IN e.subject) > 0)
ORDER BY e.number DESC LIMIT $9
