-- A pack to everybody in the town who takes packs and has not been sent this one.
WITH wanted AS (
    SELECT r.town, r.id FROM liban.recipient r
    WHERE r.town = $1 AND r.takes_packs AND r.ended_at IS NULL AND NOT EXISTS (
        SELECT FROM liban.delivery d WHERE d.town = r.town AND d.recipient = r.id AND d.effect = $2)
), document AS (
    INSERT INTO liban.document (town, name, media_type, body)
    SELECT $1, $5, $6, $7 WHERE EXISTS (SELECT FROM wanted)
    RETURNING id
), put AS (
    INSERT INTO liban.delivery (town, recipient, effect, subject, body, document)
    SELECT w.town, w.id, $2, $3, $4, d.id FROM wanted w CROSS JOIN document d
    ON CONFLICT ON CONSTRAINT delivery_effect_once DO NOTHING
    RETURNING 1
)
SELECT count(*) FROM put
