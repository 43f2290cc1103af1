-- Notes one side's ($3) confirmation and how it was given ($5); once. With the second one the office changes hands: what
-- the old person holds of it in their own right ends the day before, and the same scope begins for the new one, for as
-- long as it would have lasted. Whoever stood in for the old person stands in no longer.
WITH noted AS (
    UPDATE liban.handover SET
        from_confirmed_at = CASE WHEN from_person = $3 THEN $4::timestamptz ELSE from_confirmed_at END,
        from_basis = CASE WHEN from_person = $3 THEN $5 ELSE from_basis END,
        to_confirmed_at = CASE WHEN to_person = $3 THEN $4::timestamptz ELSE to_confirmed_at END,
        to_basis = CASE WHEN to_person = $3 THEN $5 ELSE to_basis END,
        completed_at = CASE WHEN coalesce(from_confirmed_at, to_confirmed_at) IS NOT NULL THEN $4::timestamptz END
    WHERE town = $1 AND number = $2 AND withdrawn_at IS NULL
        AND (from_person = $3 AND from_confirmed_at IS NULL OR to_person = $3 AND to_confirmed_at IS NULL)
    RETURNING *
), completed AS (
    SELECT n.*, u.area FROM noted n JOIN liban.unit u ON u.town = n.town AND u.id = n.unit
    WHERE n.completed_at IS NOT NULL
), ended AS (
    UPDATE liban.assignment a SET to_on = c.first_day - 1
    FROM completed c, liban.assignment before
    WHERE a.town = c.town AND a.person = c.from_person AND a.role = c.role AND a.stands_in_for IS NULL
        AND (a.unit = c.unit OR a.area = c.area OR (a.unit IS NULL AND a.area IS NULL))
        AND a.from_on < c.first_day AND (a.to_on IS NULL OR a.to_on >= c.first_day)
        AND before.town = a.town AND before.id = a.id
    RETURNING a.town, c.to_person, a.role, a.unit, a.area, c.first_day, before.to_on
), stood_down AS (
    UPDATE liban.assignment a SET to_on = c.first_day - 1
    FROM completed c
    WHERE a.town = c.town AND a.stands_in_for = c.from_person AND a.role = c.role
        AND (a.unit = c.unit OR a.area = c.area OR (a.unit IS NULL AND a.area IS NULL))
        AND a.from_on < c.first_day AND a.to_on >= c.first_day
), begun AS (
    INSERT INTO liban.assignment (town, person, role, unit, area, from_on, to_on) SELECT * FROM ended
)
SELECT
    liban.require_row(
        (SELECT count(*) FROM liban.handover WHERE town = $1 AND number = $2 AND $3 IN (from_person, to_person)),
        'handover_party'),
    CASE WHEN EXISTS (SELECT FROM completed) THEN
        liban.require_row((SELECT count(*) FROM ended), 'handover_of_office') END
