SELECT s.step, s.kind, s.words, s.year, s.serial, s.person, p.name, liban.microseconds(s.taken_at)
FROM liban.opinion_step s
JOIN liban.person p ON p.town = s.town AND p.id = s.person
WHERE s.town = $1 AND s.opinion = $2
ORDER BY s.step
LIMIT 200
