-- Several servers may hand the same notice on at once: the first one counts.
INSERT INTO liban.delivery (town, recipient, effect, subject, body, year, serial)
SELECT n.*
FROM unnest($1::integer[], $2::integer[], $3::text[], $4::text[], $5::text[], $6::integer[], $7::integer[])
    AS n (town, recipient, effect, subject, body, year, serial)
ON CONFLICT ON CONSTRAINT delivery_effect_once DO NOTHING
