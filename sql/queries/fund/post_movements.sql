-- Moves the fund's money and writes the movements down, under the fund's row lock. The row's CHECKs are the cap.
WITH moved AS (
    SELECT * FROM unnest($5::text[], $6::text[], $7::text[], $8::bigint[], $9::int[], $10::int[], $11::date[],
        $12::timestamptz[]) WITH ORDINALITY
        AS m (kind, from_account, to_account, amount_fen, event_seq, person, effective_on, recorded_at, place)
), total AS (
    SELECT coalesce(sum(amount_fen) FILTER (WHERE to_account = 'encumbered'), 0)::bigint
            - coalesce(sum(amount_fen) FILTER (WHERE from_account = 'encumbered'), 0)::bigint AS encumbered_fen,
        coalesce(sum(amount_fen) FILTER (WHERE to_account = 'disbursed'), 0)::bigint AS disbursed_fen,
        coalesce(sum(amount_fen) FILTER (WHERE from_account = 'recovered'), 0)::bigint AS recovered_fen,
        coalesce(sum(amount_fen) FILTER (WHERE to_account = 'free'), 0)::bigint
            - coalesce(sum(amount_fen) FILTER (WHERE from_account = 'free'), 0)::bigint AS free_fen,
        count(*) AS movements
    FROM moved
), funded AS (
    UPDATE liban.fund f SET
        encumbered_fen = f.encumbered_fen + t.encumbered_fen,
        disbursed_fen = f.disbursed_fen + t.disbursed_fen,
        recovered_fen = f.recovered_fen + t.recovered_fen,
        free_fen = f.free_fen + t.free_fen,
        movements = f.movements + t.movements
    FROM total t
    WHERE f.town = $1 AND f.id = $2
    RETURNING f.town, f.year, f.id, f.movements - t.movements AS before
), posted AS (
    INSERT INTO liban.ledger_movement (
        town, year, fund, number, kind, from_account, to_account, amount_fen, project_year, project_serial, event_seq,
        person, reason, effective_on, recorded_at)
    SELECT f.town, f.year, f.id, f.before + m.place, m.kind, m.from_account, m.to_account, m.amount_fen, $3, $4,
        m.event_seq, m.person, '', m.effective_on, m.recorded_at
    FROM funded f, moved m
    RETURNING 1
)
SELECT liban.require_row(count(*), 'fund_known') FROM posted
