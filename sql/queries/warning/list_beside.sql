-- Each asked project ($2 years, $3 serials) and what may be like it: the projects of its unit over three years, and those
-- of its contractor begun within $4 days. The asked one itself comes along, marked.
WITH asked AS (
    SELECT p.town, p.year, p.serial, p.unit, p.fold -> 'start' ->> 'contractor' AS contractor, p.execution_on
    FROM unnest($2::int[], $3::int[]) AS a (year, serial)
    JOIN liban.project p ON p.town = $1 AND p.year = a.year AND p.serial = a.serial
), beside AS (
    SELECT a.year AS of_year, a.serial AS of_serial, q.year, q.serial
    FROM asked a
    JOIN liban.project q ON q.town = a.town AND q.unit = a.unit AND q.year BETWEEN a.year - 2 AND a.year + 1
    UNION
    SELECT a.year, a.serial, e.year, e.serial
    FROM asked a
    JOIN liban.project_event e ON e.kind = 'startRecorded' AND e.town = a.town
        AND liban.contractor_of(e.body) = a.contractor
        AND e.effective_on BETWEEN a.execution_on - $4::int AND a.execution_on + $4::int
    WHERE a.contractor NOT IN ('', $5)
)
SELECT b.of_year, b.of_serial, q.year, q.serial, q.number, q.title, u.name, q.unit, q.category, q.state,
    liban.day_number(q.submitted_on), CASE WHEN q.awarded_fen > 0 THEN q.awarded_fen ELSE q.requested_fen END,
    q.fold -> 'application' ->> 'place', nullif(q.fold -> 'start' ->> 'contractor', $5)
FROM beside b
JOIN liban.project q ON q.town = $1 AND q.year = b.year AND q.serial = b.serial
JOIN liban.unit u ON u.town = q.town AND u.id = q.unit
WHERE q.submitted_on IS NOT NULL OR (b.of_year, b.of_serial) = (b.year, b.serial)
ORDER BY b.of_year, b.of_serial, q.year, q.serial
