INSERT INTO liban.assignment (town, person, role, unit, area, from_on, to_on) VALUES ($1, $2, $3, $4, $5, $6, $7)
