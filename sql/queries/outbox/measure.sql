-- How many messages wait, and for how many seconds the oldest does.
SELECT count(*), coalesce(extract(epoch FROM now() - min(put_at)), 0)::bigint
FROM liban.outbox
WHERE sent_at IS NULL
