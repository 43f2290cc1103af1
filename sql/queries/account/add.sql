INSERT INTO liban.account (login, town, person, password_hash) VALUES ($1, $2, $3, NULL)
