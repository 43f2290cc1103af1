SELECT r.* FROM liban.opinion_record r WHERE r.receipt = $1
