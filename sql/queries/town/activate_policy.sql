-- What is submitted from now on follows this version; the foreign key knows which there are.
WITH activated AS (
    UPDATE liban.town SET programme = $2, policy_version = $3 WHERE id = $1 RETURNING 1
)
SELECT liban.require_row(count(*), 'town_known') FROM activated
