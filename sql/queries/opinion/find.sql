SELECT r.* FROM liban.opinion_record r WHERE r.town = $1 AND r.number = $2
