UPDATE liban.outbox o SET sent_at = now()
FROM unnest($1::integer[], $2::bigint[]) AS n (town, id)
WHERE o.town = n.town AND o.id = n.id AND o.sent_at IS NULL
