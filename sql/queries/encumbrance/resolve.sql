INSERT INTO liban.encumbrance_resolution (town, year, serial, awarded_seq, resolved_seq, resolution)
VALUES ($1, $2, $3, $4, $5, $6)
