-- Photos of the asked projects ($2 years, $3 serials) that lie in another project of the town too, byte for byte.
SELECT mine.year, mine.serial, mine.name, o.year, o.serial, p.number, p.title, u.name
FROM unnest($2::int[], $3::int[]) AS a (year, serial)
JOIN liban.project_file mine ON mine.town = $1 AND mine.year = a.year AND mine.serial = a.serial
JOIN liban.project_file o ON o.sha256 = mine.sha256 AND o.town = mine.town
    AND (o.year, o.serial) <> (mine.year, mine.serial)
JOIN liban.project p ON p.town = o.town AND p.year = o.year AND p.serial = o.serial
JOIN liban.unit u ON u.town = p.town AND u.id = p.unit
WHERE mine.kind IN ('beforePhoto', 'duringPhoto', 'afterPhoto')
ORDER BY mine.year, mine.serial, mine.added_at, o.year, o.serial
LIMIT 200
