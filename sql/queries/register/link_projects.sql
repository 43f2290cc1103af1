INSERT INTO liban.register_project (town, register, id, year, serial)
SELECT $1, $2, $3, k.year, k.serial FROM unnest($4::int[], $5::int[]) AS k (year, serial)
