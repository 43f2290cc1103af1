-- A number that is taken already is a conflict: somebody else made it.
INSERT INTO liban.checkpoint (
    number, made_at, events, peaks, root, towns_root, previous, public_key, signature)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
