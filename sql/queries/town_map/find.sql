-- The map of that number, or the newest one.
SELECT number, picture, positions FROM liban.town_map
WHERE town = $1 AND ($2::integer IS NULL OR number = $2)
ORDER BY number DESC
LIMIT 1
