-- Payments of the asked projects ($2 years, $3 serials) that were refused because their invoice had been used.
SELECT r.year, r.serial, w.name, liban.microseconds(r.at)
FROM unnest($2::int[], $3::int[]) AS a (year, serial)
JOIN liban.refused_attempt r ON r.town = $1 AND r.year = a.year AND r.serial = a.serial
JOIN liban.person w ON w.town = r.town AND w.id = r.person
WHERE r.code = 'invoiceReused'
ORDER BY r.year, r.serial, r.at
