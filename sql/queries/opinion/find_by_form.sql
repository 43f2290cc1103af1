SELECT r.* FROM liban.opinion_record r
JOIN liban.opinion o ON o.town = r.town AND o.number = r.number
WHERE o.town = $1 AND o.form_key = $2
