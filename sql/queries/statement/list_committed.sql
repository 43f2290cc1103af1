-- Projects that held money of the fund at the end of a day, awarded and not yet paid, in the order of their numbers.
SELECT c.project_year, c.project_serial, p.number, p.title, a.name, u.name, p.state, c.held_fen, c.paid_fen, c.awarded_on
FROM (
    SELECT m.town, m.project_year, m.project_serial,
        (coalesce(sum(m.amount_fen) FILTER (WHERE m.to_account = 'encumbered'), 0)
            - coalesce(sum(m.amount_fen) FILTER (WHERE m.from_account = 'encumbered'), 0))::bigint AS held_fen,
        (coalesce(sum(m.amount_fen) FILTER (WHERE m.to_account IN ('disbursed', 'recovered')), 0)
            - coalesce(sum(m.amount_fen) FILTER (WHERE m.from_account IN ('disbursed', 'recovered')), 0))::bigint
            AS paid_fen,
        liban.day_number(min(m.booked_on)) AS awarded_on
    FROM liban.fund f
    JOIN liban.ledger_movement m ON m.town = f.town AND m.year = f.year AND m.fund = f.id
    WHERE f.town = $1 AND f.id = $2 AND m.booked_on <= $3::date AND m.project_serial IS NOT NULL
    GROUP BY m.town, m.project_year, m.project_serial
) c
JOIN liban.project p ON p.town = c.town AND p.year = c.project_year AND p.serial = c.project_serial
JOIN liban.area a ON a.town = p.town AND a.id = p.area
JOIN liban.unit u ON u.town = p.town AND u.id = p.unit
WHERE c.held_fen > 0
ORDER BY c.project_year, c.project_serial
