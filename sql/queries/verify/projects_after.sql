-- The next projects by key ($4 at most), with what is stored of each.
SELECT r.*, p.fold, p.head_hash, p.applicant, p.verifier, p.awarder, p.acceptor, p.payer, p.closer, p.extensions,
    p.duty_exception, coalesce(p.fund_year, 0), p.retained_fen
FROM liban.project_record r
JOIN liban.project p ON p.town = r.town AND p.year = r.year AND p.serial = r.serial
WHERE (p.town, p.year, p.serial) > ($1::int, $2::int, $3::int)
ORDER BY p.town, p.year, p.serial
LIMIT $4
