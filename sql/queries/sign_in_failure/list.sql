-- How often and when last, for each of the keys that failed within the day before $3.
SELECT f.kind, f.key, f.failures, liban.microseconds(f.last_at)
FROM unnest($1::text[], $2::text[]) AS g (kind, key)
JOIN liban.sign_in_failure f ON f.kind = g.kind AND f.key = g.key
WHERE f.last_at > $3::timestamptz - interval '1 day'
