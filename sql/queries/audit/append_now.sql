SELECT liban.append_audit($1, clock_timestamp(), $2, $3, 'done', $4, $5, $6, $7)
