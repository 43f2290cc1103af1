-- Photos of the asked projects ($2 years, $3 serials) that another project of the town has too, byte for byte or with a
-- look that differs in at most $4 bits.
SELECT year, serial, name, its_year, its_serial, number, title, unit, is_same
FROM (
    SELECT DISTINCT ON (mine.year, mine.serial, mine.sha256, o.year, o.serial)
        mine.year, mine.serial, mine.name, mine.added_at, o.year AS its_year, o.serial AS its_serial, p.number, p.title,
        u.name AS unit, o.sha256 = mine.sha256 AS is_same
    FROM unnest($2::int[], $3::int[]) AS a (year, serial)
    JOIN liban.project_file mine ON mine.town = $1 AND mine.year = a.year AND mine.serial = a.serial
    JOIN liban.stored_file my_content ON my_content.sha256 = mine.sha256
    JOIN liban.project_file o ON o.town = mine.town AND (o.year, o.serial) <> (mine.year, mine.serial)
        AND (o.sha256 = mine.sha256 OR o.look_slices && mine.look_slices)
    JOIN liban.stored_file its_content ON its_content.sha256 = o.sha256
    JOIN liban.project p ON p.town = o.town AND p.year = o.year AND p.serial = o.serial
    JOIN liban.unit u ON u.town = p.town AND u.id = p.unit
    WHERE mine.kind IN ('beforePhoto', 'duringPhoto', 'afterPhoto')
        AND (o.sha256 = mine.sha256 OR bit_count((my_content.look # its_content.look)::bit(64)) <= $4)
    ORDER BY mine.year, mine.serial, mine.sha256, o.year, o.serial, is_same DESC
) AS found
ORDER BY year, serial, added_at, its_year, its_serial
LIMIT 200
