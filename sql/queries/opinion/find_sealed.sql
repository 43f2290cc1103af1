SELECT receipt, sealed_identity FROM liban.opinion WHERE town = $1 AND number = $2 AND sealed_identity IS NOT NULL
