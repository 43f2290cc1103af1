-- 指标下达: money enters the fund from the town, as a movement like any other.
WITH funded AS (
    UPDATE liban.fund f SET
        appropriated_fen = f.appropriated_fen + $4, free_fen = f.free_fen + $4, movements = f.movements + 1
    WHERE f.town = $1 AND f.programme = $2 AND f.year = $3
    RETURNING f.town, f.year, f.id, f.movements
)
INSERT INTO liban.ledger_movement (
    town, year, fund, number, kind, from_account, to_account, amount_fen, person, reason, effective_on, recorded_at)
SELECT f.town, f.year, f.id, f.movements, 'appropriate', 'source', 'free', $4, $5, $6, $7::date, now()
FROM funded f
RETURNING fund
