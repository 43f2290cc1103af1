WITH added AS (
    INSERT INTO liban.recipient (town, kind, address, secret, takes_notices, role, unit, area, takes_packs)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
    RETURNING town, id, address
), noted AS (
    INSERT INTO liban.setup_record (town, act, detail) SELECT town, 'addRecipient', address FROM added
)
SELECT id FROM added
