-- Photos from before and after the works, of all the projects of one page: $2 years and $3 serials, side by side.
SELECT r.* FROM unnest($2::int[], $3::int[]) AS wanted (year, serial)
JOIN liban.project_file_record r ON r.town = $1 AND r.year = wanted.year AND r.serial = wanted.serial
WHERE r.kind IN ('beforePhoto', 'afterPhoto') AND r.type <> 'pdf'
ORDER BY r.year, r.serial, r.added_at
