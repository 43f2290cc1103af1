-- The content, unless it is known already: $1 hash, $2 bytes, $3 type, $4 width, $5 height, $6 look, $7 screen, $8 thumb.
INSERT INTO liban.stored_file (sha256, size_bytes, type, width, height, look, screen_sha256, thumb_sha256, stored_at)
VALUES (decode($1, 'hex'), $2, $3, $4, $5, $6, decode($7, 'hex'), decode($8, 'hex'), $9)
ON CONFLICT (sha256) DO NOTHING
