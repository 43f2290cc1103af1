-- The towns' digests of one checkpoint.
SELECT town, projects, digest FROM liban.town_digest WHERE checkpoint = $1 ORDER BY town
