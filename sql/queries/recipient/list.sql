SELECT id, kind, address, takes_notices, role, unit, area, takes_packs FROM liban.recipient
WHERE town = $1 AND ended_at IS NULL
ORDER BY id
