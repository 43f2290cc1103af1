WITH added AS (
    INSERT INTO liban.town (name, county, number_prefix, programme, policy_version) VALUES ($1, $2, $3, $4, $5)
    RETURNING id, name
), noted AS (
    INSERT INTO liban.setup_record (town, act, detail) SELECT id, 'addTown', name FROM added
)
SELECT id FROM added
