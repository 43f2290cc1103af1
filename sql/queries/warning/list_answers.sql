-- What was answered to warnings of the asked projects ($2 years, $3 serials).
SELECT a.year, a.serial, a.key, a.words, a.answer, w.name, liban.microseconds(a.answered_at)
FROM unnest($2::int[], $3::int[]) AS asked (year, serial)
JOIN liban.warning_answer a ON a.town = $1 AND a.year = asked.year AND a.serial = asked.serial
JOIN liban.person w ON w.town = a.town AND w.id = a.person
ORDER BY a.year, a.serial, a.answered_at
