SELECT e.id, e.version, e.unit, u.name, e.body, p.name, liban.microseconds(e.changed_at)
FROM liban.register_entry e
JOIN liban.person p ON p.town = e.town AND p.id = e.person
LEFT JOIN liban.unit u ON u.town = e.town AND u.id = e.unit
WHERE e.town = $1 AND e.register = $2 AND e.id = $3
