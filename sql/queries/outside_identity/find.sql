SELECT town, person FROM liban.outside_identity WHERE issuer = $1 AND subject = $2
