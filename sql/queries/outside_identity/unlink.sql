DELETE FROM liban.outside_identity WHERE town = $1 AND person = $2 RETURNING subject
