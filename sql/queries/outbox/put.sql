INSERT INTO liban.outbox (town, year, serial, version, role, area, unit, subject)
SELECT $1, $2, $3, $4, n.*
FROM unnest($5::text[], $6::int[], $7::int[], $8::text[]) AS n
