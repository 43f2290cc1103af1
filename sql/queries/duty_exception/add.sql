INSERT INTO liban.duty_exception (town, one_duty, other_duty, from_on, to_on, reason, person)
VALUES ($1, $2, $3, $4, $5, $6, $7)
