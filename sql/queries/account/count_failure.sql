-- The last failure allowed ($3) locks the account for so many seconds ($4) and starts the count again.
UPDATE liban.account SET
    failures = CASE WHEN failures + 1 >= $3 THEN 0 ELSE failures + 1 END,
    locked_until = CASE WHEN failures + 1 >= $3
        THEN $2::timestamptz + make_interval(secs => $4::int) ELSE locked_until END
WHERE login = $1
