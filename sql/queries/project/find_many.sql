-- Several at once, by their keys ($2 years, $3 serials) within one town.
SELECT r.* FROM unnest($2::int[], $3::int[]) AS k (year, serial)
JOIN liban.project_record r ON r.town = $1 AND r.year = k.year AND r.serial = k.serial
