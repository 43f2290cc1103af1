-- Writes a handover down with the unit's running projects, if the person ($4) holds the office over that day ($6).
WITH office AS (
    SELECT a.id
    FROM liban.assignment a
    JOIN liban.unit u ON u.town = a.town AND u.id = $2
    WHERE a.town = $1 AND a.person = $4 AND a.role = $3
        AND (a.unit = u.id OR a.area = u.area OR (a.unit IS NULL AND a.area IS NULL))
        AND a.from_on < $6::date AND (a.to_on IS NULL OR a.to_on >= $6::date)
), proposed AS (
    INSERT INTO liban.handover (town, unit, role, from_person, to_person, first_day, proposed_by, proposed_at)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
    RETURNING number
), listed AS (
    INSERT INTO liban.handover_project (town, handover, year, serial)
    SELECT p.town, h.number, p.year, p.serial
    FROM proposed h, liban.running_project p
    WHERE p.town = $1 AND p.unit = $2
)
SELECT number, liban.require_row((SELECT count(*) FROM office), 'handover_of_office') FROM proposed
