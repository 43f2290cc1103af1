-- New units after the old ones, in the order given.
INSERT INTO liban.unit (town, area, name, position)
SELECT a.town, a.id, g.name,
    (SELECT coalesce(max(position), 0) FROM liban.unit WHERE town = $1) + row_number() OVER (ORDER BY g.place)
FROM unnest($2::text[], $3::text[]) WITH ORDINALITY AS g (area, name, place)
JOIN liban.area a ON a.town = $1 AND a.name = g.area
ON CONFLICT (town, name) DO NOTHING
