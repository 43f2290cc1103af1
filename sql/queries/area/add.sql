-- New areas after the old ones, in the order of their first mention.
INSERT INTO liban.area (town, name, position)
SELECT $1, g.name,
    (SELECT coalesce(max(position), 0) FROM liban.area WHERE town = $1) + row_number() OVER (ORDER BY min(g.place))
FROM unnest($2::text[]) WITH ORDINALITY AS g (name, place)
GROUP BY g.name
ON CONFLICT (town, name) DO NOTHING
