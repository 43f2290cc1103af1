-- The entries of one change, in order; each names the hash before it.
INSERT INTO liban.project_event (
    town, year, serial, seq, kind, body, person, role, effective_on, recorded_at, late_reason, previous_hash, hash)
SELECT $1, $2, $3, e.*
FROM unnest($4::int[], $5::text[], $6::text[], $7::int[], $8::text[], $9::date[], $10::timestamptz[], $11::text[],
    $12::bytea[], $13::bytea[]) AS e
