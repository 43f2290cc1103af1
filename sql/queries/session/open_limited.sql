-- The authenticator that was asked for is there: sessions that waited for it open.
SELECT liban.open_limited_sessions($1, $2)
