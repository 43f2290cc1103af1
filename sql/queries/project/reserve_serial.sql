-- The next number of the town's year. The row's lock keeps two askers apart.
INSERT INTO liban.project_counter AS c (town, year, last_serial) VALUES ($1, $2, 1)
ON CONFLICT (town, year) DO UPDATE SET last_serial = c.last_serial + 1
RETURNING last_serial
