-- One movement of the fund itself, of no project: an instalment, a sweep, or ($11) the taking back of an earlier one.
WITH funded AS (
    UPDATE liban.fund f SET
        appropriated_fen = f.appropriated_fen
            + CASE 'source' WHEN $4::text THEN $6::bigint WHEN $5::text THEN -$6 ELSE 0 END,
        swept_fen = f.swept_fen + CASE 'swept' WHEN $5 THEN $6 WHEN $4 THEN -$6 ELSE 0 END,
        free_fen = f.free_fen + CASE 'free' WHEN $5 THEN $6 WHEN $4 THEN -$6 ELSE 0 END,
        movements = f.movements + 1
    WHERE f.town = $1 AND f.id = $2
    RETURNING f.town, f.year, f.id, f.movements
), posted AS (
    INSERT INTO liban.ledger_movement (
        town, year, fund, number, kind, from_account, to_account, amount_fen, person, reason, effective_on,
        recorded_at, corrects)
    SELECT f.town, f.year, f.id, f.movements, $3, $4, $5, $6, $7, $8, $9::date, $10::timestamptz, $11
    FROM funded f
    RETURNING number
)
SELECT liban.require_row(count(*), 'fund_known'), max(number) FROM posted
