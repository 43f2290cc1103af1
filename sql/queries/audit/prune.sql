-- Only the owner may; `audit_kept` refuses what is younger than any six months.
SELECT liban.prune_audit($1, $2)
