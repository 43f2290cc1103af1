-- One more for each key; after a quiet day the count begins anew. What is older goes.
WITH old AS (
    DELETE FROM liban.sign_in_failure WHERE ctid IN (
        SELECT ctid FROM liban.sign_in_failure WHERE last_at < $3::timestamptz - interval '2 days' LIMIT 100)
)
INSERT INTO liban.sign_in_failure AS f (kind, key, failures, last_at)
SELECT kind, key, 1, $3 FROM unnest($1::text[], $2::text[]) AS g (kind, key) ORDER BY kind, key
ON CONFLICT ON CONSTRAINT sign_in_failure_once DO UPDATE SET
    failures = CASE WHEN f.last_at < $3::timestamptz - interval '1 day' THEN 1 ELSE least(f.failures + 1, 1000) END,
    last_at = greatest(f.last_at, excluded.last_at)
