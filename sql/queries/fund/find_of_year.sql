SELECT f.id, f.programme, f.year, f.appropriated_fen, f.brought_forward_fen, f.encumbered_fen, f.disbursed_fen,
    f.recovered_fen, f.carried_forward_fen, f.swept_fen, f.free_fen, liban.day_number(f.closed_on)
FROM liban.fund f
WHERE f.town = $1 AND f.programme = $2 AND f.year = $3
