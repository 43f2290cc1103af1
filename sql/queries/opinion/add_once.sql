-- The same form again ($3) changes nothing; the row is read by that key.
INSERT INTO liban.opinion (town, receipt, form_key, kind, channel, unit, year, serial, words, place, raised_on, received_at,
    person, sealed_identity, masked_name, masked_phone)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
ON CONFLICT ON CONSTRAINT opinion_form_once DO NOTHING
