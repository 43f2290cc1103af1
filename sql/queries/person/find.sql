SELECT town, id, name, assignments FROM liban.person_record WHERE town = $1 AND id = $2
