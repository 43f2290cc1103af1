SELECT pg_notify('liban_change', $1)
