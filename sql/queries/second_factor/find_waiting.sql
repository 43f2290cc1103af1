SELECT sealed FROM liban.second_factor WHERE town = $1 AND person = $2 AND confirmed_at IS NULL
