DELETE FROM liban.register_project WHERE town = $1 AND register = $2 AND id = $3
