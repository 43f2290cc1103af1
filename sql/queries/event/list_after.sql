SELECT e.seq, e.kind, e.body, e.person, e.role, liban.day_number(e.effective_on), liban.microseconds(e.recorded_at),
    e.late_reason, encode(e.hash, 'hex'), coalesce(p.name, '')
FROM liban.project_event e
LEFT JOIN liban.person p ON p.town = e.town AND p.id = e.person
WHERE e.town = $1 AND e.year = $2 AND e.serial = $3 AND e.seq > $4
ORDER BY e.seq
LIMIT $5
