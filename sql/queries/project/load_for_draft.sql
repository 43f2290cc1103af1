-- The same for a project that is not there yet: its unit's labels and the fund of the year.
SELECT u.area, t.name, a.name, u.name, '', t.number_prefix, t.programme, t.policy_version,
    f.id, f.year, f.appropriated_fen, f.brought_forward_fen, f.encumbered_fen, f.disbursed_fen, f.recovered_fen,
    f.carried_forward_fen, f.swept_fen, f.free_fen, liban.day_number(f.closed_on),
    k.fingerprint, k.status, k.version, k.body
FROM liban.unit u
JOIN liban.town t ON t.id = u.town
JOIN liban.area a ON a.town = u.town AND a.id = u.area
LEFT JOIN liban.fund f ON f.town = u.town AND f.year = $3 AND f.programme = t.programme
LEFT JOIN liban.request_key k ON k.town = $4 AND k.person = $5 AND k.key = $6
WHERE u.town = $1 AND u.id = $2
