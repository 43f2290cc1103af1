-- Whether the person was fully signed in from this address within the last thirty days.
SELECT EXISTS (
    SELECT FROM liban.session WHERE town = $1 AND person = $2 AND address = $3 AND limited_to IS NULL
        AND opened_at > $4::timestamptz - interval '30 days')
