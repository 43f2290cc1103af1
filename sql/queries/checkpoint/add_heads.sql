INSERT INTO liban.checkpoint_head (checkpoint, town, year, serial, after_seq, seq, hash)
SELECT $1, h.* FROM unnest($2::int[], $3::int[], $4::int[], $5::int[], $6::int[], $7::bytea[]) AS h
