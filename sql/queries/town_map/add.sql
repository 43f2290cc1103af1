WITH added AS (
    INSERT INTO liban.town_map (town, number, picture, positions)
    SELECT $1, coalesce(max(number), 0) + 1, $2, $3 FROM liban.town_map WHERE town = $1
    RETURNING town, number
), noted AS (
    INSERT INTO liban.setup_record (town, act, detail) SELECT town, 'addMap', number::text FROM added
)
SELECT number FROM added
