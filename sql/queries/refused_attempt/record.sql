INSERT INTO liban.refused_attempt (town, year, serial, person, command, code, at)
VALUES ($1, $2, $3, $4, $5, $6, $7)
