-- The year's end: the row's CHECK lets it close only when nothing is held and nothing left.
WITH closed AS (
    UPDATE liban.fund SET closed_on = $5::date, acts = acts + 1
    WHERE town = $1 AND id = $2 AND closed_on IS NULL
    RETURNING town, id, acts
), recorded AS (
    INSERT INTO liban.fund_act (town, fund, number, act, person, reason, effective_on, recorded_at)
    SELECT town, id, acts, 'close', $3, $4, $5::date, $6::timestamptz FROM closed
    RETURNING 1
)
SELECT liban.require_row(count(*), 'fund_year_open') FROM recorded
