SELECT body FROM liban.policy WHERE programme = $1 AND version = $2
