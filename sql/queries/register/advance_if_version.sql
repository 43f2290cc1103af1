-- The next version of an entry, if nobody else made it first; no row is an error.
WITH advanced AS (
    UPDATE liban.register_entry SET
        version = $4, unit = $5, held_on = $6, title = $7, body = $8, has_problem = $9, rectify_by = $10,
        rechecked_on = $11, recheck_passed = $12, person = $13, changed_at = $14
    WHERE town = $1 AND register = $2 AND id = $3 AND version = $4 - 1
    RETURNING 1
)
SELECT liban.require_row(count(*), 'register_version_is_current') FROM advanced
