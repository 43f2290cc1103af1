-- The deputy ($4) stands in for the principal ($2) in the role ($3) until the day ($5) at the latest.
WITH ended AS (
    UPDATE liban.assignment a SET to_on = greatest($5::date, a.from_on)
    WHERE a.town = $1 AND a.person = $4 AND a.role = $3 AND a.stands_in_for = $2 AND a.to_on > $5::date
    RETURNING 1
)
SELECT liban.require_row(count(*), 'deputy_in_office') FROM ended
