DELETE FROM liban.sign_in_failure f USING unnest($1::text[], $2::text[]) AS g (kind, key)
WHERE f.kind = g.kind AND f.key = g.key
