-- Who opened the fund, and why; once.
WITH opened AS (
    UPDATE liban.fund SET acts = acts + 1
    WHERE town = $1 AND programme = $2 AND year = $3 AND acts = 0
    RETURNING town, id, acts
), recorded AS (
    INSERT INTO liban.fund_act (town, fund, number, act, person, reason, effective_on, recorded_at)
    SELECT town, id, acts, 'open', $4, $5, $6::date, $7::timestamptz FROM opened
    RETURNING fund
)
SELECT id FROM liban.fund WHERE town = $1 AND programme = $2 AND year = $3
