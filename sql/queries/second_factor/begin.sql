-- A new secret waits for its first code; one that is in use stays until it is removed.
WITH begun AS (
    INSERT INTO liban.second_factor AS f (town, person, sealed) VALUES ($1, $2, $3)
    ON CONFLICT ON CONSTRAINT second_factor_once DO UPDATE SET sealed = excluded.sealed, last_step = 0
    WHERE f.confirmed_at IS NULL
    RETURNING 1
)
SELECT liban.require_row((SELECT count(*) FROM begun), 'second_factor_free')
