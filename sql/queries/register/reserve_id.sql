INSERT INTO liban.register_counter (town, register, last_id) VALUES ($1, $2, 1)
ON CONFLICT (town, register) DO UPDATE SET last_id = register_counter.last_id + 1
RETURNING last_id
