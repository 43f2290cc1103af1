SELECT p.fold, t.name, a.name, u.name, p.number, t.number_prefix,
    CASE WHEN p.policy_version IS NULL THEN t.programme ELSE p.programme END, t.policy_version
FROM liban.project p
JOIN liban.town t ON t.id = p.town
JOIN liban.area a ON a.town = p.town AND a.id = p.area
JOIN liban.unit u ON u.town = p.town AND u.id = p.unit
WHERE p.town = $1 AND p.year = $2 AND p.serial = $3
