-- The same version with the same rules again changes nothing.
INSERT INTO liban.policy (programme, version, body) VALUES ($1, $2, $3) ON CONFLICT (programme, version) DO NOTHING
