-- Notices not handed to anybody yet, the oldest first, with what their words need.
SELECT o.town, o.id, o.role, o.area, o.unit, o.subject, o.year, o.serial, r.number, r.title, r.unit_name, r.town_name
FROM liban.outbox o
JOIN LATERAL (
    SELECT p.number, p.title, u.name AS unit_name, t.name AS town_name
    FROM liban.project p
    JOIN liban.unit u ON u.town = p.town AND u.id = p.unit
    JOIN liban.town t ON t.id = p.town
    WHERE p.town = o.town AND p.year = o.year AND p.serial = o.serial
) r ON true
WHERE o.sent_at IS NULL
ORDER BY o.id
LIMIT $1
