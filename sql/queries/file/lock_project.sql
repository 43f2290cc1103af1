-- Files of one project are added one after the other, so that its space is counted right. Commands do not wait for it.
SELECT pg_advisory_xact_lock(1279869254, hashtext(concat_ws('-', $1::int, $2::int, $3::int)))
