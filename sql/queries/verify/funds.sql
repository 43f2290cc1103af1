-- Every fund's balance beside the sums of its movements' entries.
SELECT f.town, f.id, f.programme, f.year, f.appropriated_fen, f.brought_forward_fen, f.encumbered_fen,
    f.disbursed_fen, f.recovered_fen, f.carried_forward_fen, f.swept_fen, f.free_fen, f.movements,
    -coalesce(sum(e.amount_fen) FILTER (WHERE e.account = 'source'), 0)::bigint,
    -coalesce(sum(e.amount_fen) FILTER (WHERE e.account = 'broughtForward'), 0)::bigint,
    coalesce(sum(e.amount_fen) FILTER (WHERE e.account = 'encumbered'), 0)::bigint,
    coalesce(sum(e.amount_fen) FILTER (WHERE e.account = 'disbursed'), 0)::bigint,
    -coalesce(sum(e.amount_fen) FILTER (WHERE e.account = 'recovered'), 0)::bigint,
    coalesce(sum(e.amount_fen) FILTER (WHERE e.account = 'carriedForward'), 0)::bigint,
    coalesce(sum(e.amount_fen) FILTER (WHERE e.account = 'swept'), 0)::bigint,
    coalesce(sum(e.amount_fen) FILTER (WHERE e.account = 'free'), 0)::bigint,
    count(e.number) / 2, coalesce(max(e.number), 0)
FROM liban.fund f
LEFT JOIN liban.ledger_entry e ON e.town = f.town AND e.year = f.year AND e.fund = f.id
GROUP BY f.town, f.id
ORDER BY f.town, f.id
