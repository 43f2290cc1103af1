-- What is under way to it still arrives; nothing new is put.
WITH ended AS (
    UPDATE liban.recipient SET ended_at = now() WHERE town = $1 AND id = $2 AND ended_at IS NULL
    RETURNING town, address
), noted AS (
    INSERT INTO liban.setup_record (town, act, detail) SELECT town, 'endRecipient', address FROM ended
)
SELECT EXISTS (SELECT FROM ended)
