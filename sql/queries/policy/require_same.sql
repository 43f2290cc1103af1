-- A version never changes, so one that is there with other rules is refused.
SELECT liban.require_row(count(*), 'policy_version_fixed')
FROM liban.policy WHERE programme = $1 AND version = $2 AND body::text = $3::text
