INSERT INTO liban.fund (town, programme, year) VALUES ($1, $2, $3) ON CONFLICT (town, year, programme) DO NOTHING
