-- Every fund's balance beside the sums of its movements.
SELECT f.town, f.id, f.programme, f.year, f.appropriated_fen, f.encumbered_fen, f.disbursed_fen, f.recovered_fen,
    f.free_fen, f.movements,
    coalesce(sum(m.amount_fen) FILTER (WHERE m.from_account = 'source'), 0)::bigint,
    (coalesce(sum(m.amount_fen) FILTER (WHERE m.to_account = 'encumbered'), 0)
        - coalesce(sum(m.amount_fen) FILTER (WHERE m.from_account = 'encumbered'), 0))::bigint,
    coalesce(sum(m.amount_fen) FILTER (WHERE m.to_account = 'disbursed'), 0)::bigint,
    coalesce(sum(m.amount_fen) FILTER (WHERE m.from_account = 'recovered'), 0)::bigint,
    count(m.number), coalesce(max(m.number), 0)
FROM liban.fund f
LEFT JOIN liban.ledger_movement m ON m.town = f.town AND m.year = f.year AND m.fund = f.id
GROUP BY f.town, f.id
ORDER BY f.town, f.id
