WITH used AS (
    UPDATE liban.recovery_code SET used_at = $4 WHERE town = $1 AND person = $2 AND code_hash = $3 AND used_at IS NULL
    RETURNING 1
)
SELECT liban.require_row((SELECT count(*) FROM used), 'recovery_code_unused')
