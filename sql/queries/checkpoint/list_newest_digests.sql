-- Each town's newest digest.
SELECT t.id, d.projects, d.digest
FROM liban.town t
JOIN LATERAL (
    SELECT n.projects, n.digest FROM liban.town_digest n WHERE n.town = t.id ORDER BY n.checkpoint DESC LIMIT 1
) d ON true
ORDER BY t.id
