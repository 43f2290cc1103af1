-- One of a person's sessions by its number, or all of them when it is nothing.
UPDATE liban.session SET closed_at = $4
WHERE town = $1 AND person = $2 AND closed_at IS NULL AND ($3::bigint IS NULL OR number = $3)
RETURNING number
