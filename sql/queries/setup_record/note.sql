INSERT INTO liban.setup_record (town, act, detail) VALUES ($1, $2, $3)
