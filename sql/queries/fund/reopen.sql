WITH reopened AS (
    UPDATE liban.fund SET closed_on = NULL, acts = acts + 1
    WHERE town = $1 AND id = $2 AND closed_on IS NOT NULL
    RETURNING town, id, acts
), recorded AS (
    INSERT INTO liban.fund_act (town, fund, number, act, person, reason, effective_on, recorded_at)
    SELECT town, id, acts, 'reopen', $3, $4, $5::date, $6::timestamptz FROM reopened
    RETURNING 1
)
SELECT liban.require_row(count(*), 'fund_year_closed') FROM recorded
