-- What the principal ($2) holds of the role ($3) over the whole time ($5 to $6) in their own right begins for the
-- deputy ($4), scope by scope; what was given before in the same words is left as it is.
WITH held AS (
    SELECT a.unit, a.area
    FROM liban.assignment a
    WHERE a.town = $1 AND a.person = $2 AND a.role = $3 AND a.stands_in_for IS NULL
        AND a.from_on <= $5::date AND (a.to_on IS NULL OR a.to_on >= $6::date)
), added AS (
    INSERT INTO liban.assignment (town, person, role, unit, area, from_on, to_on, stands_in_for)
    SELECT $1, $4, $3, h.unit, h.area, $5, $6, $2
    FROM held h
    WHERE NOT EXISTS (
        SELECT FROM liban.assignment d
        WHERE d.town = $1 AND d.person = $4 AND d.role = $3 AND d.stands_in_for = $2
            AND d.unit IS NOT DISTINCT FROM h.unit AND d.area IS NOT DISTINCT FROM h.area
            AND d.from_on = $5::date AND d.to_on = $6::date)
)
SELECT liban.require_row(count(*), 'deputy_of_office') FROM held
