-- Checkpoints in their order, after a number.
SELECT number, liban.microseconds(made_at), events, peaks, root, towns_root, previous, public_key, signature
FROM liban.checkpoint
WHERE number > $1
ORDER BY number
LIMIT $2
