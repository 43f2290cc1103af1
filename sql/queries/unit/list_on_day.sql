-- Units in official order with who is in charge on the day ($2): an officer of the unit, else of its
-- area, else of the whole town.
SELECT u.area, u.id, u.name, a.name,
    (SELECT p.name FROM liban.assignment s JOIN liban.person p ON p.town = s.town AND p.id = s.person
        WHERE s.town = u.town AND s.unit = u.id AND s.role = 'secretary'
            AND s.from_on <= $2 AND (s.to_on IS NULL OR s.to_on >= $2)
        ORDER BY s.stands_in_for IS NOT NULL, s.from_on DESC, s.id LIMIT 1),
    coalesce(
        (SELECT p.name FROM liban.assignment s JOIN liban.person p ON p.town = s.town AND p.id = s.person
            WHERE s.town = u.town AND s.unit = u.id AND s.role = 'guidanceOfficer'
                AND s.from_on <= $2 AND (s.to_on IS NULL OR s.to_on >= $2)
            ORDER BY s.stands_in_for IS NOT NULL, s.from_on DESC, s.id LIMIT 1),
        (SELECT p.name FROM liban.assignment s JOIN liban.person p ON p.town = s.town AND p.id = s.person
            WHERE s.town = u.town AND s.area = u.area AND s.role = 'guidanceOfficer'
                AND s.from_on <= $2 AND (s.to_on IS NULL OR s.to_on >= $2)
            ORDER BY s.stands_in_for IS NOT NULL, s.from_on DESC, s.id LIMIT 1),
        (SELECT p.name FROM liban.assignment s JOIN liban.person p ON p.town = s.town AND p.id = s.person
            WHERE s.town = $1 AND s.unit IS NULL AND s.area IS NULL AND s.role = 'guidanceOfficer'
                AND s.from_on <= $2 AND (s.to_on IS NULL OR s.to_on >= $2)
            ORDER BY s.stands_in_for IS NOT NULL, s.from_on DESC, s.id LIMIT 1))
FROM liban.unit u
JOIN liban.area a ON a.town = u.town AND a.id = u.area
WHERE u.town = $1
ORDER BY a.position, u.position
