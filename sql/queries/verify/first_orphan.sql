-- An event, or a movement with a project, whose project or event is gone.
SELECT e.town, e.year, e.serial, e.seq
FROM liban.project_event e
LEFT JOIN liban.project p USING (town, year, serial)
WHERE p.town IS NULL
UNION ALL
SELECT m.town, m.project_year, m.project_serial, m.event_seq
FROM liban.ledger_movement m
LEFT JOIN liban.project_event e
    ON e.town = m.town AND e.year = m.project_year AND e.serial = m.project_serial AND e.seq = m.event_seq
WHERE m.project_serial IS NOT NULL AND e.town IS NULL
ORDER BY 1, 2, 3, 4
LIMIT 1
