SELECT liban.settle_request_key($1, $2, $3, $4, $5, $6, $7)
