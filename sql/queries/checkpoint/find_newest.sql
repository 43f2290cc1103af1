SELECT number, liban.microseconds(made_at), events, peaks, root, towns_root, previous, public_key, signature
FROM liban.checkpoint
ORDER BY number DESC
LIMIT 1
