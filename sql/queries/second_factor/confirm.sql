WITH confirmed AS (
    UPDATE liban.second_factor SET confirmed_at = $3, last_step = $4
    WHERE town = $1 AND person = $2 AND confirmed_at IS NULL RETURNING 1
)
SELECT liban.require_row((SELECT count(*) FROM confirmed), 'second_factor_waiting')
