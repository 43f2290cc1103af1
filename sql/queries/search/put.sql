INSERT INTO liban.project_search (town, year, serial, key, grams)
VALUES ($1, $2, $3, $4, $5::text[])
ON CONFLICT (town, year, serial) DO UPDATE SET key = excluded.key, grams = excluded.grams
