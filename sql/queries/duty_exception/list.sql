SELECT one_duty, other_duty, liban.day_number(from_on), liban.day_number(to_on), reason
FROM liban.duty_exception
WHERE town = $1
ORDER BY id
