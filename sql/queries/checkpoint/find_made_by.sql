-- The newest checkpoint made by a moment.
SELECT number, liban.microseconds(made_at), events, peaks, root, towns_root, previous, public_key, signature
FROM liban.checkpoint
WHERE made_at <= $1
ORDER BY made_at DESC, number DESC
LIMIT 1
