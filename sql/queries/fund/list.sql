SELECT f.id, f.programme, f.year, f.appropriated_fen, f.encumbered_fen, f.disbursed_fen, f.recovered_fen, f.free_fen
FROM liban.fund f
WHERE f.town = $1
ORDER BY f.year DESC, f.programme
