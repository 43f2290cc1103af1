INSERT INTO liban.recovery_code (town, person, code_hash) SELECT $1, $2, unnest($3::bytea[])
