-- The log of a town's year as it was known at a moment, for charts of the past.
SELECT e.serial, e.seq, e.kind, e.body, e.person, e.role, liban.day_number(e.effective_on),
    liban.microseconds(e.recorded_at), e.late_reason
FROM liban.project_event e
WHERE e.town = $1 AND e.year = $2 AND e.recorded_at <= $3::timestamptz AND e.effective_on <= $4::date
ORDER BY e.serial, e.seq
