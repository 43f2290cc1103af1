INSERT INTO liban.town_digest (checkpoint, town, projects, digest)
SELECT $1, d.* FROM unnest($2::int[], $3::int[], $4::bytea[]) AS d
