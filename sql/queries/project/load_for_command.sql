-- All a command is decided on, in one row: the fold, its labels, the fund's balance and the answer kept under the
-- request's key ($4 town, $5 person, $6 key; NULL where there is no key). What was never submitted follows the town's
-- programme.
SELECT p.fold, p.head_hash, t.name, a.name, u.name, p.number, t.number_prefix,
    CASE WHEN p.policy_version IS NULL THEN t.programme ELSE p.programme END, t.policy_version,
    f.id, f.year, f.appropriated_fen, f.brought_forward_fen, f.encumbered_fen, f.disbursed_fen, f.recovered_fen,
    f.carried_forward_fen, f.swept_fen, f.free_fen, liban.day_number(f.closed_on),
    k.fingerprint, k.status, k.version, k.body
FROM liban.project p
JOIN liban.town t ON t.id = p.town
JOIN liban.area a ON a.town = p.town AND a.id = p.area
JOIN liban.unit u ON u.town = p.town AND u.id = p.unit
LEFT JOIN liban.fund f ON f.town = p.town AND f.year = coalesce(p.fund_year, p.year) AND f.programme =
    CASE WHEN p.policy_version IS NULL THEN t.programme ELSE p.programme END
LEFT JOIN liban.request_key k ON k.town = $4 AND k.person = $5 AND k.key = $6
WHERE p.town = $1 AND p.year = $2 AND p.serial = $3
