-- Projects without a search key: those written before there was one.
SELECT p.town, p.year, p.serial, p.title, coalesce(p.fold #>> '{application,place}', ''), p.number, u.name
FROM liban.project p
JOIN liban.unit u ON u.town = p.town AND u.id = p.unit
WHERE NOT EXISTS (
    SELECT FROM liban.project_search s WHERE s.town = p.town AND s.year = p.year AND s.serial = p.serial)
LIMIT $1
