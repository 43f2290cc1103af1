SELECT name, media_type, body FROM liban.document WHERE town = $1 AND id = $2
