INSERT INTO liban.calendar_day (day, is_working, name)
SELECT c.* FROM unnest($1::date[], $2::boolean[], $3::text[]) AS c
ON CONFLICT (day) DO UPDATE SET is_working = excluded.is_working, name = excluded.name
