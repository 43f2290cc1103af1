SELECT count(*) FILTER (WHERE sent_at IS NULL AND given_up_at IS NULL), count(sent_at), count(given_up_at)
FROM liban.delivery
WHERE town = $1
