-- A step counts once, and none before it counts afterwards.
WITH used AS (
    UPDATE liban.second_factor SET last_step = $3
    WHERE town = $1 AND person = $2 AND confirmed_at IS NOT NULL AND last_step < $3::bigint RETURNING 1
)
SELECT liban.require_row((SELECT count(*) FROM used), 'second_factor_step_unused')
