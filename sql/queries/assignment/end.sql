-- What the person holds of a role on the day after $4 ends with $4.
UPDATE liban.assignment SET to_on = $4
WHERE town = $1 AND person = $2 AND role = $3 AND from_on <= $4::date AND (to_on IS NULL OR to_on > $4::date)
RETURNING id
