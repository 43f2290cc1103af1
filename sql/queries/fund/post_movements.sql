-- Moves the fund's money and writes the movements down, under the fund's row lock. The row's CHECKs are the cap.
-- A movement that takes one of the same project back ($13: the entry that made it) names its number.
WITH moved AS (
    SELECT * FROM unnest($5::text[], $6::text[], $7::text[], $8::bigint[], $9::int[], $10::int[], $11::date[],
        $12::timestamptz[], $13::int[]) WITH ORDINALITY
        AS m (kind, from_account, to_account, amount_fen, event_seq, person, effective_on, recorded_at, reverses, place)
), entry AS (
    SELECT to_account AS account, amount_fen FROM moved UNION ALL SELECT from_account, -amount_fen FROM moved
), total AS (
    SELECT coalesce(sum(amount_fen) FILTER (WHERE account = 'encumbered'), 0)::bigint AS encumbered_fen,
        coalesce(sum(amount_fen) FILTER (WHERE account = 'disbursed'), 0)::bigint AS disbursed_fen,
        coalesce(sum(-amount_fen) FILTER (WHERE account = 'recovered'), 0)::bigint AS recovered_fen,
        coalesce(sum(-amount_fen) FILTER (WHERE account = 'broughtForward'), 0)::bigint AS brought_forward_fen,
        coalesce(sum(amount_fen) FILTER (WHERE account = 'carriedForward'), 0)::bigint AS carried_forward_fen,
        coalesce(sum(amount_fen) FILTER (WHERE account = 'free'), 0)::bigint AS free_fen,
        count(*) / 2 AS movements
    FROM entry
), funded AS (
    UPDATE liban.fund f SET
        encumbered_fen = f.encumbered_fen + t.encumbered_fen,
        disbursed_fen = f.disbursed_fen + t.disbursed_fen,
        recovered_fen = f.recovered_fen + t.recovered_fen,
        brought_forward_fen = f.brought_forward_fen + t.brought_forward_fen,
        carried_forward_fen = f.carried_forward_fen + t.carried_forward_fen,
        free_fen = f.free_fen + t.free_fen,
        movements = f.movements + t.movements
    FROM total t
    WHERE f.town = $1 AND f.id = $2
    RETURNING f.town, f.year, f.id, f.movements - t.movements AS before
), posted AS (
    INSERT INTO liban.ledger_movement (
        town, year, fund, number, kind, from_account, to_account, amount_fen, project_year, project_serial, event_seq,
        person, reason, effective_on, recorded_at, corrects)
    SELECT f.town, f.year, f.id, f.before + m.place, m.kind, m.from_account, m.to_account, m.amount_fen, $3, $4,
        m.event_seq, m.person, '', m.effective_on, m.recorded_at, c.number
    FROM funded f
    CROSS JOIN moved m
    LEFT JOIN liban.ledger_movement c ON c.town = f.town AND c.year = f.year AND c.fund = f.id
        AND c.project_year = $3 AND c.project_serial = $4 AND c.event_seq = m.reverses AND c.kind = m.kind
        AND c.corrects IS NULL
    RETURNING 1
)
SELECT liban.require_row(count(*), 'fund_known') FROM posted
